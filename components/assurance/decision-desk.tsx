import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { DecisionDesk as Desk, ProposalView } from '@/lib/assurance/list-proposals'
import type { FormState } from '@/lib/platform/form-state'

type Action = (state: FormState, form: FormData) => Promise<FormState>
const kindWords = { SUSPEND: 'Suspend', LIFT: 'Lift the suspension of' }

/** What waits for a second officer, and the form of the first (2P). */
export function DecisionDesk({ desk, propose, second }: { desk: Desk; propose: Action; second: Action }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for a second officer</h2>
      {desk.proposals.length === 0 ? <p>Nothing waits.</p> : null}
      {desk.proposals.map((proposal) => (
        <Proposal proposal={proposal} second={second} key={proposal.id} />
      ))}
      <h2 className="nhsuk-heading-m">Propose a decision</h2>
      <p>Nothing changes until another officer has seconded it. The reason is published.</p>
      <ActionForm action={propose} button="Propose" look="warning">
        <FormSelect
          name="moduleVersionId"
          label="Module"
          options={[
            { value: '', text: 'Choose a module' },
            ...desk.modules.map((m) => ({ value: m.moduleVersionId, text: m.name })),
          ]}
        />
        <FormRadios
          name="kind"
          label="What you propose"
          options={[
            {
              value: 'SUSPEND',
              text: 'Suspend it',
              hint: 'It can be neither awarded nor signed. Contracts in force run on.',
            },
            { value: 'LIFT', text: 'Lift its suspension' },
          ]}
        />
        <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters" />
      </ActionForm>
    </>
  )
}

function Proposal({ proposal, second }: { proposal: ProposalView; second: Action }) {
  const title = `${kindWords[proposal.kind]} ${proposal.moduleName}`
  return (
    <section aria-label={title} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <p>{proposal.reason}</p>
        {proposal.maySecond.allowed ? (
          <ActionForm
            action={second}
            hidden={{ proposalId: proposal.id, version: proposal.version, kind: proposal.kind }}
            button="Second this decision"
            look="warning"
            label={`Second: ${title}`}
          />
        ) : (
          <InsetText>{proposal.maySecond.because}.</InsetText>
        )}
      </div>
    </section>
  )
}
