import 'server-only'
import { asksOnlyStandards } from '@/lib/assurance/assessments/assessment'
import { readAssessment } from '@/lib/assurance/assessments/read-assessment'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the authority's assessors and reviewers that a claim waits. Nothing where it was taken back since. */
export async function tellAssessmentSubmitted(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await readAssessment(tx, event.about.id)
    if (!found?.underReview) return
    const people = [
      ...(await listEverybodyWith(tx, 'assessor', ctx.now)),
      ...(await listEverybodyWith(tx, 'reviewer', ctx.now)),
    ]
    await writeLetters(tx, ctx, people, {
      kind: 'assessments',
      reason: String(event.id),
      subject: asksOnlyStandards(found) ? 'New standard versions wait for assessment' : 'A claim waits for assessment',
      body: `${found.name}${asksOnlyStandards(found) ? '' : `: ${found.capabilityIds.join(', ')}`}.\n\n${env().publicUrl}/assurance/assessments/${found.id}`,
    })
  })
}
