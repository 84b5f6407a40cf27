import 'server-only'
import { getOrganisation, getPracticeByCode } from '@/lib/identity/get-organisation'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getOrderPrices } from '@/lib/procurement/call-offs/get-order-prices'
import type { Contract } from '../contract'
import { maySeeContract } from '../contract-policy'
import { findContract } from '../contract-store'
import { findSites } from '../site-store'
import { addedUseProblem } from './added-use-rules'
import { mayPropose, proposerSide } from './change-policy'
import { proposalProblem } from './change-rules'
import type { ProposeChangeInput } from './change-schema'
import { insertChange } from './change-store'

/** Either party proposes other terms. What it means is checked by the portal; nothing changes before both have signed. */
export function proposeChange(
  ctx: Context,
  input: ProposeChangeInput,
): Promise<Result<{ id: string; contractId: string }>> {
  return transaction(async (tx) => {
    const contract = await findContract(tx, input.contractId)
    if (!contract || !maySeeContract(ctx.actor, contract)) return refuse({ kind: 'not-found' })
    const decision = mayPropose(ctx.actor, contract)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!['mobilising', 'live', 'expiring'].includes(contract.state))
      return refuse({ kind: 'wrong-state', state: contract.state, command: 'propose-change' })
    const terms = { endsOn: input.endsOn, yearlyPence: input.yearly, totalPence: input.total }
    const problem = proposalProblem(contract, { ...input, terms }, dayOf(ctx.now))
    if (problem) return invalidField(...problem)
    const sites = await readPractices(tx, contract, input)
    if (!sites.ok) return sites
    const use = await whyTooLittle(tx, contract, terms.yearlyPence, sites.value.length)
    if (use) return invalidField('yearly', use)
    const { kind, effectiveOn, reason } = input
    const change = {
      id: newId(),
      contractId: contract.id,
      kind,
      side: proposerSide(ctx.actor, contract)!,
      proposedById: ctx.actor.userId,
      proposedAt: ctx.now,
      reason,
      terms,
      addedPracticeIds: sites.value,
      effectiveOn,
      termsHash: sha256Hex(
        canonicalJson({ contractId: contract.id, kind, terms, addedPracticeIds: sites.value, effectiveOn }),
      ),
      state: 'proposed' as const,
      impact: null,
      fundingRequestId: null,
      rejectedBecause: null,
      version: 1,
    }
    if (!(await insertChange(tx, change)))
      return refuse({ kind: 'conflict', because: 'Another change of this contract is open. It must be decided first.' })
    await record(tx, ctx, {
      name: 'ChangeProposed',
      about: { type: 'ContractChange', id: change.id },
      to: change.state,
      organisationId: contract.payerId,
      data: { contractId: contract.id, kind, totalPence: terms.totalPence, endsOn: terms.endsOn },
    })
    return ok({ id: change.id, contractId: contract.id })
  })
}

/** A practice that is added to a contract with a price by use is expected to use as much as each of the others: its year counts that. */
async function whyTooLittle(tx: Tx, { callOffId, yearlyPence }: Contract, proposed: bigint, added: number) {
  const order = added > 0 && callOffId !== null ? await getOrderPrices(tx, callOffId) : undefined
  return order && addedUseProblem(order.lines, { present: yearlyPence, proposed, added })
}

/** The practices of a change of sites: known, of the same payer, and not there yet. */
async function readPractices(
  tx: Tx,
  contract: Contract,
  { kind, practices }: ProposeChangeInput,
): Promise<Result<string[]>> {
  if (kind !== 'sites') return ok([])
  const codes = [
    ...new Set(
      practices
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  if (codes.length === 0) return invalidField('practices', 'Enter the ODS code of at least one practice')
  const payer = await getOrganisation(tx, contract.payerId)
  const present = new Set((await findSites(tx, [contract.id])).map((site) => site.practiceId))
  const ids: string[] = []
  for (const code of codes) {
    const practice = await getPracticeByCode(tx, code)
    if (!practice || practice.partOfCode !== payer?.code)
      return invalidField('practices', `${code} is not a practice of this payer`)
    if (present.has(practice.id)) return invalidField('practices', `${code} is a site of this contract already`)
    ids.push(practice.id)
  }
  return ok(ids)
}
