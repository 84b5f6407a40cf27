import { readContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { invoiceCells, invoiceHeader } from '@/lib/payments/invoices/invoice-download'
import { invoiceFilter } from '@/lib/payments/invoices/invoice-filter'
import { listForDownload } from '@/lib/payments/invoices/list-invoices'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'

/** The invoices that answer the question, for a spreadsheet. A visitor has none: 404. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  if (ctx.actor.kind === 'visitor') return new Response('Not found', { status: 404 })
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const rows = await listForDownload(ctx.actor, invoiceFilter.parse({ state: '', month: '', contract: '', ...asked }))
  const nameOf = await nameOrganisations(rows.flatMap((row) => [row.payerId, row.supplierId]))
  return csvAnswer(
    'invoices.csv',
    csvText(
      invoiceHeader,
      rows.map((row) => invoiceCells(row, nameOf)),
    ),
  )
}
