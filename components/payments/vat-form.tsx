import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import type { VatRegistration } from '@/lib/payments/accounts/vat-registration'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  supplierId: string
  registrations: VatRegistration[]
  maySet: boolean
  save: FormAction
}

/** The VAT number of a supplier, from when it counts, and the form to record another. */
export function VatForm({ supplierId, registrations, maySet, save }: Props) {
  return (
    <>
      {registrations.length === 0 ? <p>No VAT number is recorded, so your invoices have no VAT.</p> : null}
      <ul className="nhsuk-list">
        {registrations.map(({ number, validFrom }) => (
          <li key={`${validFrom}${number}`}>
            {number ?? 'Not registered'} from {dayWords(validFrom)}
          </li>
        ))}
      </ul>
      {maySet ? (
        <ActionForm
          action={save}
          hidden={{ supplierId }}
          button="Record"
          look="secondary"
          summary="Record a VAT number"
        >
          <FormTextField
            name="number"
            label="VAT number"
            hint="GB and 9 digits. Leave it empty where you are no longer registered"
            width={20}
          />
          <FormTextField name="from" label="First day" type="date" width={10} />
        </ActionForm>
      ) : null}
    </>
  )
}
