import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Rail } from '../invoices/invoice'
import { postTransaction, reverseTransaction } from '../ledger/post-transaction'
import type { Payout, PayoutState } from './payout'
import { type PayoutCommand, payoutMachine } from './payout-machine'
import { stepsTo } from './payout-rules'
import { insertPayout, lockPayout, savePayout } from './payout-store'

export type PayoutWord = {
  payoutKey: string
  /** What the bank or the rail says of it now. */
  state: PayoutState
  /** Of a payout that the portal does not know yet; a known one must have the same. */
  of?: { supplierId: string; pence: bigint; rail: Rail }
  on?: Day
  because?: string
}

/**
 * Records how far a payout is, inside the transaction of its rail. It goes through every state on the way, each with its event;
 * what was said before changes nothing, and failed is the last word, also after paid: then the money is in transit again.
 */
export async function recordPayout(tx: Tx, ctx: Context, word: PayoutWord): Promise<Result<Payout>> {
  if (word.of && word.of.pence <= 0n) return refuse({ kind: 'conflict', because: 'A payout is more than nothing' })
  await begin(tx, ctx, word)
  const payout = await lockPayout(tx, word.payoutKey)
  if (!payout) return refuse({ kind: 'not-found' })
  const { of } = word
  if (of && (of.pence !== payout.pence || of.supplierId !== payout.supplierId))
    return refuse({ kind: 'conflict', because: 'This key belongs to another payout' })
  let now = payout
  for (const command of stepsTo(payout.state, word.state)) {
    const moved = await step(tx, ctx, now, command, word)
    if (!moved.ok) return moved
    now = moved.value
  }
  return ok(now)
}

async function begin(tx: Tx, ctx: Context, { payoutKey: key, of }: PayoutWord): Promise<void> {
  const id = newId()
  if (!of || !(await insertPayout(tx, { id, key, ...of, beganAt: ctx.now }))) return
  await record(tx, ctx, {
    name: 'PayoutBegun',
    about: { type: 'Payout', id },
    to: 'pending',
    organisationId: of.supplierId,
    data: { pence: of.pence, rail: of.rail },
  })
}

async function step(
  tx: Tx,
  ctx: Context,
  payout: Payout,
  command: PayoutCommand,
  word: PayoutWord,
): Promise<Result<Payout>> {
  const move = next(payoutMachine, payout.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: payout.state, command })
  const posted = await post(tx, ctx, payout, command)
  if (posted && !posted.ok) return posted
  const change = {
    state: move.to,
    ...(command === 'arrive' ? { paidOn: word.on ?? dayOf(ctx.now) } : {}),
    ...(command === 'fail' && word.because ? { failedWhy: word.because } : {}),
  }
  if (!(await savePayout(tx, payout, change))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Payout', id: payout.id },
    from: payout.state,
    to: move.to,
    organisationId: payout.supplierId,
    data: { pence: payout.pence, rail: payout.rail },
  })
  return ok({ ...payout, ...change, version: payout.version + 1 })
}

function post(tx: Tx, ctx: Context, { id, key, pence, supplierId, state }: Payout, command: PayoutCommand) {
  if (command === 'arrive')
    return postTransaction(tx, ctx, {
      key: `payout/${key}`,
      kind: 'payout-paid',
      about: { type: 'Payout', id },
      entries: [
        { account: 'inTransit', organisationId: supplierId, pence },
        { account: 'cash', organisationId: null, pence: -pence },
      ],
    })
  if (command === 'fail' && state === 'paid')
    return reverseTransaction(tx, ctx, { key: `payout/back/${key}`, kind: 'payout-failed', of: `payout/${key}` })
  return undefined
}
