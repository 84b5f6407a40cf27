import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeNonConformity } from './change-non-conformity'
import type { StoredNonConformity } from './non-conformity'
import { mayAnswerFor } from './non-conformity-policy'
import type { Statement } from './non-conformity-schema'
import { addStatement } from './non-conformity-store'

/** The supplier's public word (CL-01, CL-09). A later one stands beside the earlier, which the register of former days shows. */
export const statePublicly = (ctx: Context, { text, ...move }: Statement): Promise<Result<StoredNonConformity>> =>
  transaction((tx) =>
    changeNonConformity(tx, ctx, move, {
      command: 'state',
      may: mayAnswerFor,
      change: async ({ id }) => {
        const [statedOn, statedById, recordedAt] = [dayOf(ctx.now), ctx.actor.userId, ctx.now]
        await addStatement(tx, { id: newId(), nonConformityId: id, text, statedOn, statedById, recordedAt })
        return ok({})
      },
      data: { what: 'statement' },
    }),
  )
