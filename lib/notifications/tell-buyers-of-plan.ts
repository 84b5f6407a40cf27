import 'server-only'
import { readNonConformity } from '@/lib/assurance/non-conformities/read-non-conformity'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listBuyers } from './list-buyers'
import { writeLetters } from './write-letters'

/**
 * Tells those who hold contracts that a work-off plan was accepted, and that a plan ran out (assurance §9). An accepted
 * remediation plan is told by the case that it opens, and must be acknowledged there.
 */
export async function tellBuyersOfPlan(ctx: Context, event: StoredEvent): Promise<void> {
  if (event.name === 'PlanAccepted' && event.data.kind !== 'WORK_OFF') return
  const expired = event.name === 'PlanExpired'
  await transaction(async (tx) => {
    const nc = await readNonConformity(tx, event.data.nonConformityId)
    if (!nc) return
    await writeLetters(tx, ctx, await listBuyers(tx, ctx, nc.moduleVersionId), {
      kind: 'non-conformities',
      reason: `buyers/${event.id}`,
      subject: expired
        ? 'A plan for a module that you use has run out'
        : 'A shortcoming of a module that you use will be worked off',
      body: `${nc.name}: ${nc.requirementId}. ${nc.summary}\n\n${
        expired ? 'New orders are held. What you use runs on.' : 'The module stays conformant while the plan holds.'
      }\n\n${env().publicUrl}${nc.registerPath}`,
    })
  })
}
