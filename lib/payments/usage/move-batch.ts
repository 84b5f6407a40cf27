import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import type { UsageBatch } from './usage-batch'
import { type UsageBatchCommand, usageBatchMachine } from './usage-batch-machine'
import { saveBatch } from './usage-store'

/** Moves a batch with its event, inside the caller's transaction, which holds its issuer. False where the machine has no such move. */
export async function moveBatch(
  tx: Tx,
  ctx: Context,
  batch: Pick<UsageBatch, 'id' | 'state' | 'sequence'>,
  command: UsageBatchCommand,
  because?: string,
): Promise<boolean> {
  const move = next(usageBatchMachine, batch.state, command)
  if (!move) return false
  const change = {
    state: move.to,
    ...(because ? { because } : {}),
    ...(command === 'accept' ? { acceptedAt: ctx.now } : {}),
  }
  if (!(await saveBatch(tx, batch.id, batch.state, change))) return false
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'UsageBatch', id: batch.id },
    from: batch.state,
    to: move.to,
    organisationId: null,
    data: { sequence: batch.sequence },
  })
  return true
}
