import 'server-only'
import { readAppeal } from '@/lib/assurance/appeals/read-appeal'
import { readDispute } from '@/lib/assurance/disputes/read-dispute'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the officers of an appeal, and the reviewers too of a dispute, where it still waits (DE-03). */
export async function tellContestRaised(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const isAppeal = event.about.type === 'Appeal'
    const found = isAppeal ? await readAppeal(tx, event.about.id) : await readDispute(tx, event.about.id)
    if (found?.state !== 'lodged' && found?.state !== 'raised') return
    const people = [
      ...(await listEverybodyWith(tx, 'officer', ctx.now)),
      ...(isAppeal ? [] : await listEverybodyWith(tx, 'reviewer', ctx.now)),
    ]
    await writeLetters(tx, ctx, people, {
      kind: 'assessments',
      reason: String(event.id),
      subject: isAppeal ? 'A supplier appeals against a decision' : 'A supplier disputes a finding',
      body: `${found.name}. The supplier says: ${found.grounds}\n\n${env().publicUrl}/assurance/${isAppeal ? 'decisions' : 'disputes'}`,
    })
  })
}
