import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import type { InvoicePage } from '@/lib/payments/invoices/get-invoice'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

type Props = { invoice: InvoicePage; submit: FormAction; nameOf: (id: string) => string }

/** The supplier accepts what the portal reckons today, or submits lines of its own. */
export function SubmitInvoiceForms({ invoice, submit, nameOf }: Props) {
  const { id, version, today } = invoice
  const seen = { id, version, seenGross: String(today.grossPence) }
  const claimed = (key: string) => invoice.lines.find((line) => line.key === key)
  const wasOwn = invoice.submission > 0
  return (
    <>
      <p>
        Prices and evidence of today come to <strong>{poundsWords(today.netPence)}</strong>, with VAT{' '}
        <strong>{poundsWords(today.grossPence)}</strong>.
      </p>
      <ActionForm action={submit} hidden={{ ...seen, mode: 'accept' }} button="Accept and submit" />
      <ActionForm
        action={submit}
        hidden={{ ...seen, mode: 'own' }}
        button="Submit these lines"
        look="secondary"
        summary="Submit lines of your own"
      >
        {today.lines.map((line) => {
          const mine = wasOwn ? claimed(line.key) : line
          return (
            <fieldset className="nhsuk-fieldset" key={line.key}>
              <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
                {line.name}, {nameOf(line.practiceId)}
              </legend>
              <FormTextField
                name={`quantity/${line.key}`}
                label={line.kind === 'fixed' ? 'Days in use' : line.kind === 'usage' ? 'Calls' : 'How many'}
                value={String(mine?.quantity ?? 0n)}
                width={10}
                inputMode="numeric"
              />
              <FormTextField
                name={`net/${line.key}`}
                label="Amount without VAT, in pounds"
                value={poundsWords(mine?.netPence ?? 0n).slice(1)}
                width={10}
                inputMode="decimal"
              />
            </fieldset>
          )
        })}
        <FormTextField
          name="vat"
          label="VAT in all, in pounds"
          value={poundsWords(wasOwn ? invoice.vatPence : today.vatPence).slice(1)}
          width={10}
          inputMode="decimal"
        />
      </ActionForm>
    </>
  )
}
