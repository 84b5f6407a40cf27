import 'server-only'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readCompetition } from '@/lib/procurement/competitions/read-competition'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells each supplier that competed how it ended (COM-4). A project without an open competition has nobody to tell. */
export async function tellCompetitionDecided(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await readCompetition(tx, event.about.id)
    if (!found?.project.decision) return
    const { competition, project } = found
    const { outcome, winnerIds } = project.decision!
    for (const { supplierId, entryId } of competition.entrants) {
      const module = project.entries.find(({ id }) => id === entryId)!.moduleName
      const words =
        outcome === 'awarded' ? (winnerIds.includes(entryId) ? 'won' : 'did not win') : 'ended without an award'
      await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, supplierId), {
        kind: 'competitions',
        reason: `${event.id}/${entryId}`,
        subject: `The competition of ${module} is decided`,
        body: `${module}: ${words}. You can read your scores and the outcome.\n\n${env().publicUrl}/competitions/${competition.id}`,
      })
    }
  })
}
