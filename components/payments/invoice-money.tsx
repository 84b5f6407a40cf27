import { ActionForm } from '@/components/ui/action-form'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { bacsPaymentColours, bacsPaymentLabels } from '@/lib/payments/bacs/bacs-payment'
import type { InvoicePage } from '@/lib/payments/invoices/get-invoice'
import { railWords } from '@/lib/payments/invoices/invoice'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { InvoiceActs } from './invoice-acts'

/** Transfers that were recorded, and what came in: applied to this invoice, or fitting nothing. */
export function InvoiceMoney({ invoice, answer }: { invoice: InvoicePage; answer: InvoiceActs['answerTransfer'] }) {
  const { payments, receipts, decisions } = invoice
  if (payments.length === 0 && receipts.length === 0) return null
  const open = decisions.answerBacs.filter(({ payment, decision }) => payment.state === 'recorded' && decision.allowed)
  return (
    <>
      <h2 className="nhsuk-heading-m">Money</h2>
      {payments.length > 0 ? (
        <Table
          caption="Bank transfers"
          columns={[
            { heading: 'Reference' },
            { heading: 'Sent' },
            { heading: 'State' },
            { heading: 'Amount', number: true },
          ]}
          rows={payments.map(({ id, reference, on, state, pence }) => ({
            key: id,
            cells: [
              reference,
              dayWords(on),
              <Tag colour={bacsPaymentColours[state]} key="state">
                {bacsPaymentLabels[state]}
              </Tag>,
              poundsWords(pence),
            ],
          }))}
        />
      ) : null}
      {open.map(({ payment }) => (
        <ActionForm
          key={payment.id}
          action={answer}
          hidden={{ id: payment.id, version: payment.version }}
          button={`Yes, ${poundsWords(payment.pence)} came`}
          other={{ name: 'answer', value: 'did-not-come', words: 'No, it did not come' }}
          label={`Did the transfer ${payment.reference} come?`}
        >
          <p>
            Did the transfer {payment.reference} of {poundsWords(payment.pence)} come?
          </p>
        </ActionForm>
      ))}
      {receipts.length > 0 ? (
        <Table
          caption="What came in"
          columns={[
            { heading: 'Day' },
            { heading: 'By' },
            { heading: 'Applied', number: true },
            { heading: 'Too much', number: true },
          ]}
          rows={receipts.map((receipt) => ({
            key: receipt.id,
            cells: [
              `${dayWords(receipt.on)}${receipt.reversedOn ? `, taken back ${dayWords(receipt.reversedOn)}` : ''}`,
              railWords[receipt.rail],
              poundsWords(receipt.appliedPence),
              poundsWords(receipt.suspensePence),
            ],
          }))}
        />
      ) : null}
    </>
  )
}
