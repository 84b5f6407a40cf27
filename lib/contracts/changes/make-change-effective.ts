import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { refusalWords } from '@/lib/platform/refusal-words'
import type { Contract } from '../contract'
import { contractMachine } from '../contract-machine'
import { changeTerms } from '../contract-store'
import { withoutOverlap } from '../move-contract'
import { insertSite } from '../site-store'
import type { Change } from './change'
import { mayMakeEffective } from './change-policy'
import type { ChangeMoveInput } from './change-schema'
import { findChange, findDueChanges } from './change-store'
import { checkImpact } from './check-impact'
import { climbChange } from './climb-change'
import { findVersions, insertVersion } from './version-store'

/**
 * The signed terms become the next version of the contract on their day. Not without the contract change notice where one is
 * needed (N14), and not against what the facts say at this instant.
 */
export function makeChangeEffective(ctx: Context, input: ChangeMoveInput): Promise<Result<{ contractId: string }>> {
  return withoutOverlap((tx) =>
    climbChange(tx, ctx, {
      ...input,
      command: 'make-effective',
      may: (contract) => mayMakeEffective(ctx.actor, contract),
      prepare: async (change, contract) => {
        const because = await whyNot(tx, ctx, change, contract)
        return because ? refuse({ kind: 'conflict', because }) : ok({})
      },
      write: (change, contract) => putInForce(tx, ctx, change, contract),
    }),
  )
}

async function whyNot(tx: Tx, ctx: Context, change: Change, contract: Contract): Promise<string | undefined> {
  if (!['mobilising', 'live', 'expiring'].includes(contract.state))
    return 'The contract is ending: its terms cannot change any more'
  if (change.effectiveOn > dayOf(ctx.now)) return `The change takes effect on ${dayWords(change.effectiveOn)}`
  const checked = await checkImpact(tx, ctx, change, contract)
  if (!checked.ok) return refusalWords(checked.refusal)
  const impact = checked.value
  if (impact.against.length > 0) return `${impact.against.join('. ')}.`
  return (impact.needsNotice || change.impact?.needsNotice) && !change.notice
    ? 'A contract change notice (UK10) must be published first. Record where it is published.'
    : undefined
}

async function putInForce(tx: Tx, ctx: Context, change: Change, contract: Contract): Promise<Result<unknown>> {
  const extended = change.kind === 'term' ? next(contractMachine, contract.state, 'extend') : undefined
  const to = extended?.to ?? contract.state
  if (!(await changeTerms(tx, contract, change.terms, to))) return refuse({ kind: 'stale' })
  const number = ((await findVersions(tx, contract.id)).at(-1)?.number ?? 0) + 1
  const { id: changeId, effectiveOn } = change
  await insertVersion(tx, contract.id, { ...change.terms, number, effectiveOn, changeId, madeAt: ctx.now })
  for (const practiceId of change.addedPracticeIds)
    await insertSite(tx, { id: newId(), contractId: contract.id, practiceId })
  if (extended)
    await record(tx, ctx, {
      name: extended.event,
      about: { type: 'Contract', id: contract.id },
      from: contract.state,
      to,
      organisationId: contract.payerId,
      data: { changeId, endsOn: change.terms.endsOn },
    })
  return ok(undefined)
}

/** The clock: signed changes take effect on their day. One that is refused waits for people, and is asked again the next day. */
export async function makeDueChangesEffective(ctx: Context): Promise<void> {
  for (const changeId of await findDueChanges(db, dayOf(ctx.now))) {
    const change = await findChange(db, changeId)
    if (change) await makeChangeEffective(ctx, { changeId, version: change.version })
  }
}
