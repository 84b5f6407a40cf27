import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeNonConformity } from './change-non-conformity'
import type { StoredNonConformity } from './non-conformity'
import { mayAssess } from './non-conformity-policy'
import { isGraver } from './non-conformity-rules'
import type { RaiseSeverity } from './non-conformity-schema'
import { findHazard } from './non-conformity-store'

/**
 * An assessor finds it graver than its requirement: never lower. From today a work-off plan carries it no longer (NC-01),
 * and the serious time runs (CL-02, CL-09).
 */
export const raiseSeverity = (
  ctx: Context,
  { hazard, reason, ...move }: RaiseSeverity,
): Promise<Result<StoredNonConformity>> =>
  transaction((tx) =>
    changeNonConformity(tx, ctx, move, {
      command: 'raise-severity',
      may: mayAssess,
      change: async (nc) =>
        isGraver(hazard, nc.hazard ?? (await findHazard(tx, nc)))
          ? ok({ hazard, hazardRaisedOn: dayOf(ctx.now), reason, assessedById: ctx.actor.userId })
          : invalidField('hazard', 'A severity is raised, never lowered: choose a graver hazard'),
      data: { what: 'severity', hazard },
    }),
  )
