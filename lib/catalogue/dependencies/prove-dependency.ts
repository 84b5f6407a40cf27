import 'server-only'
import type { Context } from '@/lib/platform/context'
import { transaction } from '@/lib/platform/transaction'
import { changeClaim } from './change-claim'
import { mayProveClaim } from './dependency-policy'
import type { ProveDependency } from './dependency-schema'

/** A test of the pair went well: whatever the suppliers say, it is proven. Only the portal itself calls this, by event. */
export const proveDependency = (ctx: Context, { id, version, testRunId }: ProveDependency) =>
  transaction((tx) =>
    changeClaim(tx, ctx, {
      id,
      version,
      command: 'prove',
      maySee: () => true,
      may: () => mayProveClaim(ctx.actor),
      reason: null,
      data: { testRunId },
    }),
  )
