import 'server-only'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readCast } from '@/lib/switching/read-cast'
import { listEverybodyIn } from './list-switch-readers'
import { writeLetters } from './write-letters'

/** What everybody in a switch hears of, in words. Other moves are seen on its page by those whose turn it is. */
const words: Record<string, string> = {
  SwitchOrdered: 'The new system is ordered',
  SwitchMobilised: 'Preparation begins',
  TrialLoaded: 'The trial load is done and can be checked',
  TrialReloaded: 'The trial is loaded again',
  DataAccepted: 'The data is accepted, the cut-over can be prepared',
  RecordsFrozen: 'The old system is frozen: nothing more is entered there',
  FinalLoaded: 'The final load is done: go live or go back',
  SwitchWentLive: 'The practice is live on the new system',
  SwitchRolledBack: 'The switch was rolled back: work goes on in the old system',
  SwitchHeld: 'The switch is on hold',
  SwitchResumed: 'The switch goes on',
  SwitchCancelled: 'The switch is cancelled',
  RemediationStarted: 'Something has to be mended before the switch goes on',
  RemediationEnded: 'It is mended, the switch goes on',
  LegacyStarted: 'The old system is now read-only',
  SwitchClosed: 'The switch is closed',
}

/** Tells everybody in a switch that it has moved. */
export async function tellSwitchMoved(ctx: Context, event: StoredEvent): Promise<void> {
  const subject = words[event.name]
  if (!subject) return
  await transaction(async (tx) => {
    const cast = await readCast(tx, event.about.id)
    if (!cast) return
    await writeLetters(tx, ctx, await listEverybodyIn(tx, ctx, cast), {
      kind: 'switches',
      reason: `switch/${event.id}`,
      subject: `${cast.practice}: ${subject[0]!.toLowerCase()}${subject.slice(1)}`,
      body: `${subject}.\n\nWhat comes next, and who does it: ${env().publicUrl}/switches/${cast.of.id}`,
    })
  })
}
