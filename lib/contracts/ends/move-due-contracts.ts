import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { dueCommand } from '../contract-rules'
import { findContract, findDueContracts } from '../contract-store'
import { climb } from '../move-contract'
import { longestReminder, reminderOffsets } from '../read-reminder-offsets'

/**
 * The clock of contracts: what is near its notice date, has expired, was ended by notice, or is at its hold-over's end. Each
 * move is a transaction of its own, so that a kill between two loses none, and one that fails keeps no other from its turn.
 */
export async function moveDueContracts(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  const faults: unknown[] = []
  for (const id of await findDueContracts(db, today, addDays(today, await longestReminder(db, today))))
    await moveWhileDue(ctx, id).catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} contracts could not be moved`)
}

/** A contract that nobody looked at for long may owe several moves; each is made, and each has its event. */
async function moveWhileDue(ctx: Context, contractId: string): Promise<void> {
  while (await moveOnce(ctx, contractId));
}

/** False where nothing is due, or somebody else has just moved it: then the truth is read again the next time. */
async function moveOnce(ctx: Context, contractId: string): Promise<boolean> {
  const moved: Result<{ id: string } | undefined> = await transaction(async (tx) => {
    const contract = await findContract(tx, contractId)
    const offsets = contract ? await reminderOffsets(tx, dayOf(ctx.now))(contract.payerId) : undefined
    const command = contract && dueCommand(contract, dayOf(ctx.now), offsets ?? [])
    if (!command) return ok(undefined)
    return climb(tx, ctx, { contractId, version: contract.version, command, may: () => allow })
  })
  return moved.ok && moved.value !== undefined
}
