import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvoiceActsPanel } from '@/components/payments/invoice-acts'
import { InvoiceBlocks } from '@/components/payments/invoice-blocks'
import { InvoiceFacts } from '@/components/payments/invoice-facts'
import { InvoiceLines } from '@/components/payments/invoice-lines'
import { InvoiceMoney } from '@/components/payments/invoice-money'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Tag } from '@/components/ui/tag'
import { getHistory } from '@/lib/audit/get-history'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { getInvoice } from '@/lib/payments/invoices/get-invoice'
import { invoiceName, invoiceStateColours, invoiceStateLabels } from '@/lib/payments/invoices/invoice'
import { invoiceDone, monthWords } from '@/lib/payments/invoices/invoice-words'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { answerTransfer, approve, makeVoid, recordTransfer, release, submit } from '../actions'

export const metadata: Metadata = { title: 'Invoice' }

const acts = { submit, approve, release, makeVoid, recordTransfer, answerTransfer }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function InvoicePage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const invoice = await getInvoice(ctx, (await params).id)
  if (!invoice) notFound()
  const done = wordsFor(invoiceDone, (await searchParams).done)
  const today = dayOf(ctx.now)
  const transfers = invoice.payments.map(({ id }) => ({ type: 'BacsPayment', id }))
  const nameOf = await nameOrganisations([invoice.payerId, invoice.supplierId, ...invoice.practiceIds])
  return (
    <>
      <Breadcrumbs trail={[{ href: '/invoices', text: 'Invoices' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${invoice.moduleName}, ${monthWords(invoice.month)}`}>{invoiceName(invoice)}</PageTitle>
      <p>
        <Tag colour={invoiceStateColours[invoice.state]}>{invoiceStateLabels[invoice.state]}</Tag>
      </p>
      <InvoiceBlocks {...invoice} />
      <InvoiceLines invoice={invoice} nameOf={nameOf} />
      <InvoiceActsPanel invoice={invoice} acts={acts} today={today} nameOf={nameOf} />
      <InvoiceMoney invoice={invoice} answer={answerTransfer} />
      <h2 className="nhsuk-heading-m">Facts</h2>
      <InvoiceFacts invoice={invoice} nameOf={nameOf} today={today} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'Invoice', id: invoice.id }, ...transfers])} />
    </>
  )
}
