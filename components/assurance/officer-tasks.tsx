import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { Warning } from '@/components/ui/warning'
import type { OfficerTasks as Tasks } from '@/lib/assurance/clocks/list-considerations'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { tasks: Tasks; consider: FormAction }

/** What missed clocks lay before the officers. Nothing here suspends: an officer proposes it below, and another seconds (DE-02). */
export function OfficerTasks({ tasks, consider }: Props) {
  return (
    <>
      {tasks.overdue.map((one) => (
        <Warning title={`${one.moduleName}: the suspension must be decided on`} key={one.moduleVersionId}>
          <p>It was to be lifted or the module removed by {dayWords(one.dueOn)} (CL-07). The register says so.</p>
        </Warning>
      ))}
      {tasks.considerations.length > 0 ? <h2 className="nhsuk-heading-m">Suspension to be considered</h2> : null}
      {tasks.considerations.map((task) => {
        const title = `${task.moduleName}: ${task.words.toLowerCase()}`
        return (
          <section aria-label={title} className="nhsuk-card" key={task.missId}>
            <div className="nhsuk-card__content">
              <h3 className="nhsuk-heading-s">{title}</h3>
              <p>
                It was due on {dayWords(task.dueOn)} ({task.clock}).{' '}
                {task.nonConformityId ? (
                  <a href={`/assurance/non-conformities/${task.nonConformityId}`}>Read the non-conformity</a>
                ) : null}
              </p>
              <p>To suspend it, propose that below.</p>
              <ActionForm
                action={consider}
                hidden={{ missId: task.missId }}
                button="No suspension for now"
                look="secondary"
                summary="No suspension for now"
                label={`No suspension for now: ${task.moduleName}`}
              >
                <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters" rows={3} />
              </ActionForm>
            </div>
          </section>
        )
      })}
    </>
  )
}
