import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isOwn } from '../assessments/assessment-policy'
import { findDecision } from '../decisions/decision-store'
import { readMatter } from '../decisions/read-matter'
import type { Appeal } from './appeal'
import { mayAppeal } from './appeal-policy'
import { againstAppeal } from './appeal-rules'
import type { LodgeAppeal } from './appeal-schema'
import { addAppeal } from './appeal-store'

/**
 * A signatory of the supplier appeals against an adverse decision about its module, until the end of its last day (DE-03,
 * CL-10). A removal does not take effect while the appeal waits; a suspension does.
 */
export function lodgeAppeal(ctx: Context, input: LodgeAppeal): Promise<Result<Appeal>> {
  return transaction(async (tx) => {
    const decision = await findDecision(tx, input.decisionId)
    const matter = decision && (await readMatter(tx, decision.moduleVersionId))
    if (!matter || !isOwn(ctx.actor, matter)) return refuse({ kind: 'not-found' })
    const may = mayAppeal(ctx.actor, matter)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const because = againstAppeal({ ...decision, appealed: false }, dayOf(ctx.now))
    if (because) return refuse({ kind: 'conflict', because })
    const appeal: Appeal = {
      id: newId(),
      decisionId: decision.id,
      moduleVersionId: decision.moduleVersionId,
      supplierId: matter.supplierId,
      grounds: input.grounds,
      state: 'lodged',
      lodgedById: ctx.actor.userId,
      lodgedAt: ctx.now,
      endedOn: null,
      outcomeId: null,
      version: 1,
    }
    if (!(await addAppeal(tx, appeal)))
      return refuse({ kind: 'conflict', because: againstAppeal({ ...decision, appealed: true }, dayOf(ctx.now))! })
    await record(tx, ctx, {
      name: 'AppealLodged',
      about: { type: 'Appeal', id: appeal.id },
      to: 'lodged',
      organisationId: appeal.supplierId,
      data: { moduleVersionId: appeal.moduleVersionId, decisionId: decision.id },
    })
    return ok(appeal)
  })
}
