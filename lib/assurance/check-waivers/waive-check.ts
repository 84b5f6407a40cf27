import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { closeNonConformities } from '../non-conformities/close-non-conformities'
import { loadChecks } from '../runs/check-facts-store'
import type { CheckWaiver } from './check-waiver'
import { addCheckWaiver, findFailingBy } from './check-waiver-store'
import { stillFails } from './still-failing-rules'

export type WaivedCheck = { checkWaiverId: string; check: string; suiteVersion: string; until: string; closed: number }

/**
 * What follows where two officers say that a check is wrong, inside the transaction of their decision (DE-03): its results count
 * for nobody, and whatever it alone opened is closed, of every module, not only of the one that disputed it.
 */
export async function waiveCheck(tx: Tx, ctx: Context, waiver: Omit<CheckWaiver, 'id'>): Promise<WaivedCheck> {
  const id = newId()
  const { check, suiteVersion, until } = waiver
  await addCheckWaiver(tx, { id, ...waiver }, ctx.now)
  const failing = await findFailingBy(tx, waiver)
  const results = await loadChecks(tx, [...new Set(failing.map((f) => f.moduleVersionId))])
  let closed = 0
  for (const { moduleVersionId, ...requirement } of failing) {
    const own = (results.get(moduleVersionId) ?? []).filter(
      (c) => c.standardVersionId === requirement.standardVersionId && c.requirementId === requirement.requirementId,
    )
    if (stillFails(own, dayOf(ctx.now))) continue
    const closing = { by: 'CHECK_WAIVER', becauseOf: { checkWaiverId: id }, source: 'RUN' } as const
    closed += await closeNonConformities(tx, ctx, moduleVersionId, [requirement], closing)
  }
  return { checkWaiverId: id, check, suiteVersion, until, closed }
}
