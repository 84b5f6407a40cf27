import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import type { Rail } from '../invoices/invoice'
import { lockInvoice } from '../invoices/invoice-store'
import type { LedgerEntry } from '../ledger/ledger'
import { postTransaction, reverseTransaction } from '../ledger/post-transaction'
import { findShare, insertShare, sumShares } from './money-store'

/** `pence` is what of the invoice's money is shared out: the supplier's share and the levy together. */
export type Sharing = {
  invoiceId: string
  pence: bigint
  key: string
  rail: Rail
  /** What the rail has kept back already, as it was set when the invoice was sent; by today's setting where left out. */
  feePence?: bigint
}
export type Shared = { sharePence: bigint; feePence: bigint; again: boolean }

/**
 * Puts the supplier's share of money that came in on its way: from payable to in transit, less the levy as it is set. Of a bank
 * transfer that the payer sends to the supplier itself nothing is kept. Never more than was paid (E8); once for each key.
 */
export async function postSupplierShare(tx: Tx, ctx: Context, sharing: Sharing): Promise<Result<Shared>> {
  const { invoiceId, pence, key, rail } = sharing
  const invoice = await lockInvoice(tx, invoiceId)
  if (!invoice) return refuse({ kind: 'not-found' })
  const before = await findShare(tx, key)
  if (before)
    return before.invoiceId === invoiceId && before.sharePence + before.feePence === pence
      ? ok({ sharePence: before.sharePence, feePence: before.feePence, again: true })
      : refuse({ kind: 'conflict', because: 'This key has shared out other money already' })
  const left = invoice.paidPence - (await sumShares(tx, invoiceId))
  if (pence <= 0n || pence > left)
    return refuse({ kind: 'conflict', because: `Of this invoice ${poundsWords(left)} can be shared out` })
  const settings = await readSettings(tx, ctx, invoice.payerId, ['levy-percent'])
  if (!settings.ok) return settings
  const set = roundHalfUp(pence * BigInt(settings.value.count('levy-percent')), 100n)
  const feePence = rail === 'BACS' ? 0n : (sharing.feePence ?? set)
  const sharePence = pence - feePence
  if (sharePence <= 0n) return refuse({ kind: 'conflict', because: 'The levy leaves nothing for the supplier' })
  if (!(await insertShare(tx, { id: newId(), invoiceId, key, rail, sharePence, feePence, postedAt: ctx.now })))
    return refuse({ kind: 'conflict', because: 'This key has shared out other money already' })
  const entries: LedgerEntry[] = [
    { account: 'payable', organisationId: invoice.supplierId, pence },
    { account: 'inTransit', organisationId: invoice.supplierId, pence: -sharePence },
    { account: 'platformFee', organisationId: null, pence: -feePence },
  ]
  const posted = await postTransaction(tx, ctx, {
    key: `share/${key}`,
    kind: 'supplier-share',
    about: { type: 'Invoice', id: invoiceId },
    entries: entries.filter((entry) => entry.pence !== 0n),
  })
  if (!posted.ok) return posted
  await record(tx, ctx, {
    name: 'SupplierShareOnItsWay',
    about: { type: 'Invoice', id: invoiceId },
    organisationId: invoice.supplierId,
    data: { rail, sharePence, feePence, settings: settings.value.ids },
  })
  return ok({ sharePence, feePence, again: false })
}

/** Takes a share back, whole: `of` is the key under which it was posted. A refund to the payer does not do this by itself (N16). */
export async function reverseSupplierShare(
  tx: Tx,
  ctx: Context,
  { of, key }: { of: string; key: string },
): Promise<Result<{ again: boolean }>> {
  const share = await findShare(tx, of)
  const invoice = share && (await lockInvoice(tx, share.invoiceId))
  if (!share || !invoice) return refuse({ kind: 'not-found' })
  const undone = await reverseTransaction(tx, ctx, {
    key: `share/back/${key}`,
    kind: 'share-taken-back',
    of: `share/${of}`,
  })
  if (!undone.ok || undone.value.again) return undone
  await record(tx, ctx, {
    name: 'SupplierShareTakenBack',
    about: { type: 'Invoice', id: share.invoiceId },
    organisationId: invoice.supplierId,
    data: { sharePence: share.sharePence, feePence: share.feePence },
  })
  return undone
}
