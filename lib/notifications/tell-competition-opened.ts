import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { lastOfferDay } from '@/lib/procurement/competitions/offer-rules'
import { readCompetition } from '@/lib/procurement/competitions/read-competition'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells each supplier that its module competes, and until when it may offer (COM-4). None hears of another. */
export async function tellCompetitionOpened(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await readCompetition(tx, event.about.id)
    if (!found) return
    const { competition, project } = found
    const buyer = (await listNames(tx, [competition.organisationId]))(competition.organisationId)
    const last = dayWords(lastOfferDay(competition.deadlineAt!))
    for (const { supplierId, entryId } of competition.entrants) {
      const module = project.entries.find(({ id }) => id === entryId)!.moduleName
      await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, supplierId), {
        kind: 'competitions',
        reason: `${event.id}/${entryId}`,
        subject: `${module} is in a competition`,
        body: `${buyer} has asked ${module} to compete. Your signatory can make a sealed offer until the end of ${last}; without one the list price counts.\n\n${env().publicUrl}/competitions/${competition.id}`,
      })
    }
  })
}
