import 'server-only'
import type { Context } from '@/lib/platform/context'
import { transaction } from '@/lib/platform/transaction'
import { changeClaim } from './change-claim'
import { mayAnswerClaim, maySeeClaim } from './dependency-policy'
import type { AnswerDependency } from './dependency-schema'

/** The other supplier says that it is so, or why it is not (DEP-1). */
export const answerDependency = (ctx: Context, { id, version, verdict, reason }: AnswerDependency) =>
  transaction((tx) =>
    changeClaim(tx, ctx, {
      id,
      version,
      command: verdict,
      maySee: (claim) => maySeeClaim(ctx.actor, claim),
      may: (claim) => mayAnswerClaim(ctx.actor, claim),
      reason: verdict === 'dispute' ? reason : null,
    }),
  )
