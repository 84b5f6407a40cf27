import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { OwnEpics as Epics } from '@/lib/catalogue/epics/list-epic-proposals'
import type { FormAction } from '@/lib/platform/form-state'
import { EpicBox } from './epic-desk'

/** What a supplier has proposed, and the form to propose another. */
export function OwnEpics({ epics, propose, withdraw }: { epics: Epics; propose: FormAction; withdraw: FormAction }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What you have proposed</h2>
      {epics.proposals.length === 0 ? <p>You have not proposed an epic yet.</p> : null}
      {epics.proposals.map((proposal) => (
        <EpicBox proposal={proposal} key={proposal.id}>
          {proposal.state === 'proposed' ? (
            <ActionForm
              action={withdraw}
              hidden={{ id: proposal.id, version: proposal.version }}
              button="Take it back"
              look="secondary"
              label={`Take back ${proposal.title}`}
            />
          ) : null}
        </EpicBox>
      ))}
      <h2 className="nhsuk-heading-m">Propose an epic</h2>
      <ActionForm action={propose} button="Propose it" label="Propose an epic">
        <FormSelect
          name="supplierId"
          label="Supplier"
          options={epics.suppliers.map(({ id, brand }) => ({ value: id, text: brand }))}
        />
        <FormSelect
          name="capabilityId"
          label="Capability"
          options={epics.capabilities.map(({ id, name }) => ({ value: id, text: `${name} (${id})` }))}
        />
        <FormTextField name="title" label="Name of the epic" hint="Up to 500 characters" maxLength={500} />
        <FormTextArea name="description" label="What it means" hint="Up to 1,500 characters" maxLength={1500} />
      </ActionForm>
    </>
  )
}
