import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { SignedCallOff } from '@/lib/procurement/call-offs/signed-call-off'
import { type Contract, overlapWords } from './contract'
import { findContractOfCallOff, insertContract } from './contract-store'
import { withoutOverlap } from './move-contract'
import { insertSite } from './site-store'

/** Makes the contract of a signed call-off, with a site for each practice. A second call for the same call-off changes nothing and answers the same. */
export function makeContract(ctx: Context, callOff: SignedCallOff): Promise<Result<Contract>> {
  return withoutOverlap((tx) => makeContractIn(tx, ctx, callOff))
}

/** The same inside a transaction that has read the call-off. */
export async function makeContractIn(tx: Tx, ctx: Context, callOff: SignedCallOff): Promise<Result<Contract>> {
  const { id: callOffId, signedAt: _, practiceIds, ...terms } = callOff
  const contract: Contract = {
    ...terms,
    id: newId(),
    callOffId,
    runsUntil: terms.endsOn,
    state: 'mobilising',
    version: 1,
    madeAt: ctx.now,
  }
  if (!(await insertContract(tx, contract))) {
    const made = await findContractOfCallOff(tx, callOffId)
    return made ? ok(made) : refuse({ kind: 'conflict', because: overlapWords })
  }
  for (const practiceId of practiceIds) await insertSite(tx, { id: newId(), contractId: contract.id, practiceId })
  await record(tx, ctx, {
    name: 'ContractMade',
    about: { type: 'Contract', id: contract.id },
    to: contract.state,
    organisationId: contract.payerId,
    data: {
      callOffId,
      practiceId: contract.practiceId,
      practiceIds,
      supplierId: contract.supplierId,
      totalPence: contract.totalPence,
    },
  })
  return ok(contract)
}
