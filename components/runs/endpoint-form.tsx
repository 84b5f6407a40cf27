import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { usualFixtures } from '@/lib/assurance/endpoints/endpoint'
import type { EndpointPage, EndpointView } from '@/lib/assurance/endpoints/list-endpoints'
import type { FormAction } from '@/lib/platform/form-state'

/** Where a module is tested, and what its sandbox holds (CS-02, CS-05): for a new endpoint, or to change one. */
export function EndpointForm({
  enter,
  endpoint,
  without = [],
}: {
  enter: FormAction
  endpoint?: EndpointView
  without?: EndpointPage['without']
}) {
  const { fixtures } = endpoint ?? { fixtures: usualFixtures }
  return (
    <ActionForm
      action={enter}
      button={endpoint ? 'Save the endpoint' : 'Add the endpoint'}
      hidden={endpoint ? { moduleVersionId: endpoint.moduleVersionId, version: endpoint.version } : {}}
    >
      {endpoint ? null : (
        <FormSelect
          name="moduleVersionId"
          label="Module"
          options={[
            { value: '', text: 'Choose a module' },
            ...without.map((m) => ({ value: m.moduleVersionId, text: m.name })),
          ]}
        />
      )}
      <FormTextField
        name="base"
        label="Address of the FHIR server"
        hint="Your sandbox with made-up patients, such as https://sandbox.supplier.example/fhir"
        value={endpoint?.base ?? ''}
      />
      <FormTextArea
        name="token"
        label={endpoint?.hasToken ? 'New token (optional)' : 'Token (optional)'}
        hint="A bearer token for your sandbox. It is kept encrypted, sent to this address only, and shown to nobody."
        rows={2}
      />
      <FormTextField
        name="nhsNumbers"
        label="NHS numbers of your made-up patients"
        hint="At least one, with blanks between. Only numbers that no person has are allowed."
        value={fixtures.nhsNumbers.join(' ')}
      />
      <FormTextField
        name="unknownNhsNumber"
        label="A valid number that no patient of the sandbox has"
        value={fixtures.unknownNhsNumber}
        width={10}
      />
      <FormTextField
        name="invalidNhsNumber"
        label="A number whose check digit is wrong"
        value={fixtures.invalidNhsNumber}
        width={10}
      />
      <FormTextField
        name="slotsFrom"
        label="First day with free appointments"
        type="date"
        value={fixtures.slotWindow.start}
        width={10}
      />
      <FormTextField
        name="slotsTo"
        label="Last day with free appointments"
        type="date"
        value={fixtures.slotWindow.end}
        width={10}
      />
    </ActionForm>
  )
}
