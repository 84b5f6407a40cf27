import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import type { FormAction } from '@/lib/platform/form-state'
import type { BuyerView, CompetitionHead } from '@/lib/procurement/competitions/competition-view'
import { decisionReasons } from '@/lib/procurement/projects/project'
import { CompetitionResult } from './competition-result'

type Acts = Record<'invite' | 'release' | 'close' | 'award', FormAction>
type Props = { head: CompetitionHead; view: BuyerView; acts: Acts }

/** What the buyer sees and does: who competes, who scores, and the result once it is open. */
export function BuyerDesk({ head, view, acts }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Modules that compete</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {view.entries.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {head.elements.length > 0 ? <Evaluators head={head} view={view} acts={acts} /> : null}
      {view.result ? (
        <CompetitionResult result={view.result} />
      ) : head.stage === 'decided' ? (
        <p>The competition ended before offers and scores were opened; they stay sealed.</p>
      ) : (
        <InsetText>
          <p>Offers and scores are sealed until you close the scoring.</p>
        </InsetText>
      )}
      {view.may.allowed ? <NextAct head={head} view={view} acts={acts} /> : null}
      {view.decision ? <Decided head={head} view={view} /> : null}
    </>
  )
}

function Decided({ head, view: { decision, projectId } }: Pick<Props, 'head' | 'view'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Decision</h2>
      <p>
        {decisionReasons[decision!.reasonCode]}. {decision!.reason}
      </p>
      <p>
        <a href={`/projects/${projectId}/pack`}>Read and verify the decision pack</a>
        {decision!.outcome === 'awarded' ? (
          <>
            {' '}
            or see <a href={`/competitions/${head.id}/award`}>what the public sees</a>
          </>
        ) : null}
      </p>
    </>
  )
}

function Evaluators({ head, view, acts }: Props) {
  const isOpen = head.stage === 'offers' || head.stage === 'scoring'
  return (
    <>
      <h2 className="nhsuk-heading-m">Who scores</h2>
      {view.evaluators.length === 0 ? (
        <p>Nobody is asked to score yet.</p>
      ) : (
        <Table
          caption="Who scores"
          hideCaption
          columns={[{ heading: 'Name' }, { heading: 'How far they are' }, { heading: 'Interests' }]}
          rows={view.evaluators.map((e) => ({
            key: e.id,
            cells: [e.name, e.status, e.statement ?? 'Not declared yet'],
          }))}
        />
      )}
      {isOpen && view.may.allowed ? (
        <>
          {view.candidates.length > 0 ? (
            <ActionForm
              action={acts.invite}
              hidden={{ competitionId: head.id }}
              button="Ask to score"
              look="secondary"
              summary="Ask somebody to score"
            >
              <FormSelect
                name="personId"
                label="Somebody of your practice or your commissioner"
                options={view.candidates.map(({ id, name }) => ({ value: id, text: name }))}
              />
            </ActionForm>
          ) : (
            <p>Everybody of your practice and your commissioner who can score is asked already.</p>
          )}
          {view.evaluators
            .filter((e) => e.mayBeReleased)
            .map((e) => (
              <ActionForm
                key={e.id}
                action={acts.release}
                hidden={{ competitionId: head.id, evaluatorId: e.id }}
                button={`Release ${e.name}`}
                look="warning"
                summary={`Release ${e.name} from scoring`}
              >
                <p>They score no more, and what they scored does not count. It cannot be undone.</p>
                <FormTextArea
                  name="reason"
                  label={`Why is ${e.name} released?`}
                  hint="30 to 1,000 characters"
                  rows={2}
                />
              </ActionForm>
            ))}
        </>
      ) : null}
    </>
  )
}

function NextAct({ head, view, acts }: Props) {
  const hidden = { projectId: view.projectId, version: view.version }
  if (head.stage === 'offers') return <p>Next: the suppliers’ offers, until the last day. Then the scoring.</p>
  if (head.stage === 'scoring')
    return (
      <ActionForm action={acts.close} hidden={hidden} button="Close the scoring">
        <p>Every score must be in. Then offers and scores are opened, and no score can be changed.</p>
      </ActionForm>
    )
  if (head.stage !== 'scored' || !view.result) return null
  const { entries, sets, winners } = view.result
  const options = sets ?? entries.map((e) => ({ ...e, id: e.entry.id, name: e.entry.moduleName }))
  return (
    <>
      <h2 className="nhsuk-heading-m">Decide</h2>
      {winners.length > 1 ? <p>Several have the same total. Choose one of them and say why.</p> : null}
      {winners.length === 0 ? <p>None may win, so nothing can be awarded.</p> : null}
      <ActionForm action={acts.award} hidden={hidden} button="Record the decision">
        <FormRadios
          name="winnerId"
          label={sets ? 'Which set of modules wins?' : 'Which module wins?'}
          options={[
            ...options
              .filter(({ isWinner }) => isWinner)
              .map(({ id, name, total }) => ({ value: id, text: name, hint: `Total ${totalWords(total)}` })),
            { value: 'none', text: 'None is suitable', hint: 'The competition ends without an award' },
          ]}
        />
        <FormTextArea name="reason" label="Reason" hint="30 to 1,000 characters. It is kept for good." />
      </ActionForm>
    </>
  )
}
