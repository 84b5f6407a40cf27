import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { InvoicePage } from '@/lib/payments/invoices/get-invoice'
import { owedPence, type Rail, rails, railWords } from '@/lib/payments/invoices/invoice'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'
import { SubmitInvoiceForms } from './submit-invoice-forms'

export type InvoiceActs = Record<
  'submit' | 'approve' | 'release' | 'makeVoid' | 'recordTransfer' | 'answerTransfer',
  FormAction
>
type Props = { invoice: InvoicePage; acts: InvoiceActs; today: string; nameOf: (id: string) => string }

/** What this reader may do now; where the state has an act that they may not do, why not. */
export function InvoiceActsPanel({ invoice, acts, today, nameOf }: Props) {
  const { id, version, decisions, grossPence } = invoice
  const hidden = { id, version }
  const denied = [decisions.submit, decisions.approve, decisions.release].flatMap((decision) =>
    !decision.allowed && decision.because ? [decision.because] : [],
  )
  return (
    <div className="no-print">
      {denied.map((because) => (
        <p key={because}>{because}.</p>
      ))}
      {decisions.submit.allowed ? <SubmitInvoiceForms invoice={invoice} submit={acts.submit} nameOf={nameOf} /> : null}
      {decisions.approve.allowed ? (
        <ActionForm action={acts.approve} hidden={hidden} button="Confirm receipt and approve">
          <p>
            You confirm that the service was received. {poundsWords(grossPence)} with VAT is then for finance to
            release.
          </p>
        </ActionForm>
      ) : null}
      {decisions.release.allowed ? (
        <ReleaseForm release={acts.release} hidden={hidden} notByStripe={invoice.notByStripe} />
      ) : null}
      {decisions.recordBacs.allowed ? (
        <ActionForm
          action={acts.recordTransfer}
          hidden={{ id }}
          button="Record the transfer"
          label="Record a bank transfer"
        >
          <h2 className="nhsuk-heading-m">Record a bank transfer</h2>
          <FormTextField name="reference" label="Reference" width={20} maxLength={35} />
          <FormTextField name="on" label="Sent on" type="date" value={today} width={10} />
          <FormTextField
            name="amount"
            label="Amount, in pounds"
            value={poundsWords(owedPence(invoice)).slice(1)}
            width={10}
            inputMode="decimal"
          />
        </ActionForm>
      ) : null}
      {decisions.void.allowed ? (
        <ActionForm
          action={acts.makeVoid}
          hidden={hidden}
          button="Make it void"
          look="warning"
          summary="Make this invoice void"
        >
          <p>Nothing is owed by it any more, and the commitment has its money back. A new statement takes its place.</p>
          <FormTextArea name="reason" label="Why is it void?" />
        </ActionForm>
      ) : null}
    </div>
  )
}

const railHints: Record<Rail, string> = {
  BACS: 'You send the money to the supplier and record the transfer here',
  STRIPE: 'Stripe sends you the invoice and passes the money on to the supplier',
}

type ReleaseProps = { release: FormAction; hidden: { id: string; version: number }; notByStripe: string | undefined }

/** Asks for the rail only where there are two; where Stripe is none of them, it says why. */
function ReleaseForm({ release, hidden, notByStripe }: ReleaseProps) {
  if (notByStripe)
    return (
      <ActionForm action={release} hidden={{ ...hidden, rail: 'BACS' }} button="Release the payment">
        <p>It is paid by bank transfer (BACS). {notByStripe}</p>
      </ActionForm>
    )
  return (
    <ActionForm action={release} hidden={hidden} button="Release the payment">
      <FormRadios
        name="rail"
        label="How is it paid?"
        options={rails.map((value) => ({ value, text: railWords[value], hint: railHints[value] }))}
        value="STRIPE"
      />
    </ActionForm>
  )
}
