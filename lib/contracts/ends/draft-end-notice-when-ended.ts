import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok } from '@/lib/platform/refusal'
import { refusalWords } from '@/lib/platform/refusal-words'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { draftEndNotice } from '@/lib/procurement/notices/draft-notice'
import { findContract } from '../contract-store'

const endings: Record<string, string> = {
  ContractTerminated: 'Notice was given',
  ContractExpired: 'Its term was over',
}

/** Hears `ContractTerminated` and `ContractExpired`: a contract above the threshold owes the public a notice of its end (UK11). Twice does nothing. */
export async function draftEndNoticeWhenEnded(ctx: Context, event: StoredEvent): Promise<void> {
  const drafted = await transaction(async (tx) => {
    const contract = await findContract(tx, event.about.id)
    const ending = endings[event.name]
    if (!contract?.callOffId || !ending) return ok(undefined)
    return draftEndNotice(tx, ctx, { callOffId: contract.callOffId, on: contract.runsUntil, ending })
  })
  // A figure that nobody has set: the job is tried again, aloud, until somebody has.
  if (!drafted.ok) throw new Error(refusalWords(drafted.refusal))
}
