import 'server-only'
import { readNonConformity } from '@/lib/assurance/non-conformities/read-non-conformity'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

const told: Record<string, { role: 'assessor' | 'officer'; subject: string }> = {
  NonConformityRaised: { role: 'assessor', subject: 'Somebody has raised a concern' },
  PlanProposed: { role: 'officer', subject: 'A plan waits for two officers' },
  'claim-done': { role: 'assessor', subject: 'A supplier claims that its plan is done' },
}

/** Tells assessors of a concern and of a claim of done, and officers of a plan that waits for them. */
export async function tellAuthorityOfNonConformity(ctx: Context, event: StoredEvent): Promise<void> {
  const what = told[event.name] ?? told[String(event.data.what)]
  if (!what) return
  await transaction(async (tx) => {
    const nc = await readNonConformity(tx, event.data.nonConformityId)
    if (!nc) return
    await writeLetters(tx, ctx, await listEverybodyWith(tx, what.role, ctx.now), {
      kind: 'non-conformities',
      reason: `${event.id}`,
      subject: what.subject,
      body: `${nc.name}: ${nc.requirementId}.\n\n${env().publicUrl}/assurance/non-conformities/${nc.id}`,
    })
  })
}
