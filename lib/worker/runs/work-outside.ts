import 'server-only'
import { nextRun } from '@/lib/assurance/runs/perform-run'
import type { Context } from '@/lib/platform/context'
import { lookForProofs } from './look-for-proof'
import { performRun } from './perform-run'

/**
 * What reaches out to suppliers' endpoints and may last minutes: apart from the reactions, so that nothing waits behind it.
 * @returns how much was done; 0 where nothing waits.
 */
export async function workOutside(ctx: Context): Promise<number> {
  const looked = await lookForProofs(ctx)
  const run = await nextRun(ctx)
  if (run) await performRun(ctx, run)
  return looked + (run ? 1 : 0)
}
