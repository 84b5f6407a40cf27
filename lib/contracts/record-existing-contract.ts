import 'server-only'
import type { Context } from '@/lib/platform/context'
import { fromZod } from '@/lib/platform/form-state'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { type Contract, overlapWords } from './contract'
import { mayRecordContract } from './contract-policy'
import { type RecordContractInput, recordContractInput } from './contract-schema'
import { insertContract } from './contract-store'
import { insertSite } from './site-store'

/** Records a contract that ran before the portal: live, its site live since its start, no call-off behind it. */
export async function recordExistingContract(ctx: Context, input: RecordContractInput): Promise<Result<Contract>> {
  const parsed = recordContractInput.safeParse(input)
  if (!parsed.success) return refuse(fromZod(parsed.error))
  return transaction(async (tx) => {
    const decision = mayRecordContract(ctx.actor, input.payerId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const contract: Contract = {
      ...parsed.data,
      id: newId(),
      kind: 'module',
      callOffId: null,
      moduleVersionId: null,
      listingVersionId: null,
      termsHash: null,
      runsUntil: parsed.data.endsOn,
      capPence: null,
      state: 'live',
      version: 1,
      madeAt: ctx.now,
    }
    if (!(await insertContract(tx, contract))) return refuse({ kind: 'conflict', because: overlapWords })
    await insertSite(tx, {
      id: newId(),
      contractId: contract.id,
      practiceId: contract.practiceId,
      liveOn: contract.startsOn,
    })
    await record(tx, ctx, {
      name: 'ContractRecorded',
      about: { type: 'Contract', id: contract.id },
      to: contract.state,
      organisationId: contract.payerId,
      data: { practiceId: contract.practiceId, supplierId: contract.supplierId, totalPence: contract.totalPence },
    })
    return ok(contract)
  })
}
