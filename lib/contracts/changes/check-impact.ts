import 'server-only'
import { getGate } from '@/lib/assurance/get-gate'
import { getClaimedCapabilities } from '@/lib/assurance/get-standing-now'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { pick } from '@/lib/platform/pick'
import { againWhenStale, ok, type Result } from '@/lib/platform/refusal'
import { refusalWords } from '@/lib/platform/refusal-words'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import type { Contract } from '../contract'
import { findContract } from '../contract-store'
import { type Change, extraPence, type Impact } from './change'
import { findChange } from './change-store'
import { climbChange } from './climb-change'
import { impactOf } from './impact-rules'
import { readChangeFigures } from './read-change-figures'
import { findVersions } from './version-store'

const termKeys = ['endsOn', 'yearlyPence', 'totalPence'] as const

/** What the facts say of a change at this instant: asked when it is proposed, and again before it is signed and takes effect. */
export async function checkImpact(tx: Tx, ctx: Context, change: Change, contract: Contract): Promise<Result<Impact>> {
  const today = dayOf(ctx.now)
  const [first] = await findVersions(tx, contract.id)
  const present = pick(contract, termKeys)
  const read = await readChangeFigures(tx, ctx, contract.payerId)
  if (!read.ok) return read
  const { figures } = read.value
  const impact = impactOf({
    kind: change.kind,
    figures,
    startsOn: contract.startsOn,
    capPence: contract.capPence,
    first: first ?? present,
    present,
    proposed: change.terms,
    gate: await gateOf(tx, contract, today),
  })
  return ok(impact)
}

async function gateOf(tx: Tx, { moduleVersionId }: Contract, today: Day) {
  if (!moduleVersionId || !isId(moduleVersionId)) return undefined
  return getGate(tx, moduleVersionId, await getClaimedCapabilities(tx, moduleVersionId, today), today)
}

/** On `ChangeProposed`: the portal checks it; what may not be is rejected with its reasons, what costs no more needs no money. Twice does nothing. */
export async function checkChangeWhenProposed(ctx: Context, event: StoredEvent): Promise<void> {
  const changeId = event.about.id
  againWhenStale(
    await transaction(async (tx) => {
      const change = await findChange(tx, changeId)
      const contract = change && (await findContract(tx, change.contractId))
      if (!change || !contract || change.state !== 'proposed') return ok(undefined)
      const checked = await checkImpact(tx, ctx, change, contract)
      // A figure that nobody has set stops the check, loudly: the job is tried again once somebody has set it.
      if (!checked.ok) throw new Error(refusalWords(checked.refusal))
      const impact = checked.value
      const refused = impact.against.length > 0
      return climbChange(tx, ctx, {
        changeId,
        version: change.version,
        command: refused ? 'reject' : 'check',
        may: () => allow,
        prepare: () => ok({ impact, ...(refused ? { rejectedBecause: impact.against.join('. ') } : {}) }),
        data: { needsNotice: impact.needsNotice },
      })
    }),
  )
  againWhenStale(await goOnWithoutMoney(ctx, changeId))
}

const goOnWithoutMoney = (ctx: Context, changeId: string) =>
  transaction(async (tx) => {
    const change = await findChange(tx, changeId)
    const contract = change && (await findContract(tx, change.contractId))
    if (!change || !contract || change.state !== 'impact-checked' || extraPence(change.terms, contract) > 0n)
      return ok(undefined)
    return climbChange(tx, ctx, { changeId, version: change.version, command: 'fund', may: () => allow })
  })
