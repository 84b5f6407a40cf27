import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { drawUpContract } from './draw-up-statement'

/** Hears that an invoice was made void or its payment taken back: its month gets the next statement, once. */
export async function redrawWhenEnded(ctx: Context, event: StoredEvent): Promise<void> {
  if (event.data.contractId) await drawUpContract(ctx, String(event.data.contractId))
}
