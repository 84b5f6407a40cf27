import { ActionForm } from '@/components/ui/action-form'
import { Tag, type TagColour } from '@/components/ui/tag'
import type { ObligationView } from '@/lib/assurance/refresh/list-obligations'
import type { ObligationState } from '@/lib/assurance/refresh/obligation'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

const tags: Record<ObligationState, [TagColour, string]> = {
  open: ['blue', 'Open'],
  declared: ['yellow', 'Must be assessed'],
  met: ['green', 'Met'],
  overdue: ['red', 'Overdue'],
  lifted: ['grey', 'Not needed any more'],
}

/** What new standard versions ask of a supplier's modules, soonest first (RF-03). */
export function Obligations({
  views,
  declare,
  ask,
}: {
  views: ObligationView[]
  declare: FormAction
  ask: FormAction
}) {
  if (views.length === 0) return <p>No new version asks anything of your modules.</p>
  return views.map((view) => {
    const title = `${view.module}: ${view.standard} (${view.standardId}) ${view.version}`
    const [colour, words] = tags[view.state]
    const assess = view.rows.filter((row) => row.needs === 'assessment')
    return (
      <section aria-label={title} className="nhsuk-card" key={view.id}>
        <div className="nhsuk-card__content">
          <h2 className="nhsuk-heading-s">{title}</h2>
          <p>
            <Tag colour={colour}>{words}</Tag>
          </p>
          <p>
            Due {view.dueOn ? dayWords(view.dueOn) : 'on a day not recorded'}.{' '}
            <a href={`/standards/${view.standardId}`}>The standard and its versions</a>
          </p>
          {assess.length > 0 ? (
            <p>Must be assessed, because it is new or stricter: {assess.map((row) => row.requirementId).join(', ')}.</p>
          ) : null}
          {view.assessmentId && view.needsAssessment ? (
            <p>
              <a href={`/supplier/assessments/${view.assessmentId}`}>The open assessment of this module</a>
            </p>
          ) : view.needsAssessment ? (
            <ActionForm
              action={ask}
              hidden={{ obligationId: view.id }}
              button="Ask for an assessment"
              label={`Ask for an assessment, ${title}`}
            />
          ) : null}
          {view.rows
            .filter((row) => row.needs === 'word')
            .map(({ requirementId }) =>
              view.mayDeclare && view.state !== 'overdue' ? (
                <ActionForm
                  action={declare}
                  hidden={{ obligationId: view.id, requirementId }}
                  button={`Declare that ${requirementId} is still met`}
                  label={`${title}, ${requirementId}`}
                  key={requirementId}
                />
              ) : (
                <p key={requirementId}>
                  {requirementId} is reworded.{' '}
                  {view.state === 'overdue'
                    ? 'It was not declared again in time and has to be assessed now.'
                    : 'A signatory of yours must declare that it is still met.'}
                </p>
              ),
            )}
        </div>
      </section>
    )
  })
}
