import { ActionForm } from '@/components/ui/action-form'
import type { PlanPage } from '@/lib/comparison/plans/get-plan'
import { isUnderWay } from '@/lib/comparison/plans/plan-run'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { view: PlanPage; actions: { cancel: FormAction; makeShortlists: FormAction; startProject: FormAction } }

/** What a buyer may do with a plan: end its computation, or go on from it to shortlists and projects. */
export function PlanActs({ view, actions }: Props) {
  const { run, shortlists, buys } = view
  if (isUnderWay(run))
    return (
      <ActionForm
        action={actions.cancel}
        hidden={{ id: run.id, version: run.version }}
        button="Cancel the computation"
        look="secondary"
      />
    )
  if (!run.outcome?.plan) return null
  const live = shortlists.filter(({ state }) => state === 'live')
  return (
    <section aria-labelledby="go-on">
      <h2 className="nhsuk-heading-m" id="go-on">
        From the plan to a project
      </h2>
      <p>
        A plan awards nothing. It leads to a shortlist for each module to be bought, with everything that could stand in
        its place; what you buy is decided in a project.
      </p>
      {buys === 0 ? <p>This plan buys nothing: what you run today stays.</p> : null}
      {buys > 0 && shortlists.length === 0 ? (
        <ActionForm
          action={actions.makeShortlists}
          hidden={{ runId: run.id }}
          button={buys === 1 ? 'Make the shortlist' : `Make the ${buys} shortlists`}
        />
      ) : null}
      {live.length > 1 ? (
        <ActionForm
          action={actions.startProject}
          hidden={{ shortlistId: live[0]!.id, whole: 'yes' }}
          button="Start one project for the whole plan"
        >
          <p>
            Its need names all that is to be covered, and its decision can award several modules together, each ordered
            from its own supplier. Or start a project for each shortlist.
          </p>
        </ActionForm>
      ) : null}
      {shortlists.map(({ id, name, state }) => (
        <div key={id}>
          <p>
            <a href={`/shortlists/${id}`}>{name}</a>
          </p>
          {state === 'live' ? (
            <ActionForm
              action={actions.startProject}
              hidden={{ shortlistId: id }}
              button="Start a project"
              label={`Start a project: ${name}`}
              look="secondary"
            />
          ) : null}
        </div>
      ))}
    </section>
  )
}
