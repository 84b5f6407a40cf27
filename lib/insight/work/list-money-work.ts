import 'server-only'
import { getMoneyPage } from '@/lib/payments/invoices/get-money-page'
import { confirmingRoles } from '@/lib/payments/invoices/invoice-policy'
import { type InvoiceItem, listPayRun } from '@/lib/payments/invoices/list-invoices'
import { grantOf, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { WorkLine } from './work-line'
import { lineOf } from './work-rules'

/** What waits for a reader of invoices: to confirm, to release and to pay for the payer; to accept, to mend and to answer for the supplier. */
export async function listMoneyWork(ctx: Context): Promise<WorkLine[]> {
  const today = dayOf(ctx.now)
  const line = (key: string, one: string, many: string, href: string, items: InvoiceItem[]) =>
    lineOf(
      { key, one, many, href },
      items.map(({ id, dueOn }) => ({ href: `/invoices/${id}`, due: dueOn })),
      today,
    )
  const lines: WorkLine[] = []
  if (organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory').length > 0) {
    const own = (await listPayRun(ctx.actor)).filter(({ move }) => move.whose === 'supplier' || move.whose === 'both')
    const transfers = own.filter(({ state }) => state === 'issued' || state === 'part-funded')
    lines.push(
      ...line(
        'statements',
        'statement to accept',
        'statements to accept',
        '/supplier/payments',
        own.filter(({ state }) => state === 'statement'),
      ),
      ...line(
        'exceptions',
        'invoice that does not match',
        'invoices that do not match',
        '/supplier/payments',
        own.filter(({ state }) => state === 'exception'),
      ),
      ...line('transfers', 'bank transfer to confirm', 'bank transfers to confirm', '/supplier/payments', transfers),
    )
  }
  const confirms = organisationsOf(ctx.actor, ...confirmingRoles).length > 0
  const isFinance = grantOf(ctx.actor, 'finance-officer') !== undefined
  const money = confirms || isFinance ? await getMoneyPage(ctx.actor) : undefined
  if (!money) return lines
  const { queue, toRelease, toPay } = money
  if (confirms)
    lines.push(
      ...line(
        'receipts',
        'invoice to approve',
        'invoices to approve',
        '/invoices?state=matched',
        queue.filter(({ state }) => state === 'matched'),
      ),
    )
  if (isFinance)
    lines.push(
      ...line('release', 'invoice to release', 'invoices to release', '/funding/money', toRelease),
      ...line(
        'pay',
        'invoice to pay',
        'invoices to pay',
        '/funding/money',
        toPay.filter(({ move }) => move.whose === 'payer'),
      ),
      ...line(
        'unmatched',
        'invoice that needs money committed',
        'invoices that need money committed',
        '/funding/money',
        queue.filter(({ state, move }) => state === 'exception' && move.whose === 'payer'),
      ),
    )
  return lines
}
