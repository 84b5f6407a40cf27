import 'server-only'
import { catalogueStamp } from '@/lib/catalogue/read-model/keep-read-model'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { canonicalParts } from '@/lib/platform/json-download'
import { keptPages } from '@/lib/platform/kept-pages'
import { ok, type Result } from '@/lib/platform/refusal'
import { compareModules } from './compare-modules'
import { comparisonRecord } from './comparison-download'

type Ready = { parts: Map<string, string>; length: number }
/** 4 million characters: some two hundred comparisons. */
const comparisons = keptPages<Ready>(4_000_000)

/**
 * A comparison for programs, each member written already. It follows from the catalogue, the reference, the facts of assurance
 * and the day, so for visitors it is made once; who is signed in may have changed something a moment ago.
 */
export async function readyComparison(
  ctx: Context,
  query: { m: string[]; n: number | null; term: number | null },
): Promise<Result<Map<string, string>>> {
  const key = JSON.stringify(query)
  const stampNow = () =>
    ctx.actor.kind === 'visitor' && catalogueStamp() ? `${catalogueStamp()} ${dayOf(ctx.now)}` : undefined
  const stamp = stampNow()
  const known = stamp && comparisons.find(key, stamp)
  if (known) return ok(known.parts)
  const compared = await compareModules(ctx, query.m, { patients: query.n, term: query.term })
  if (!compared.ok) return compared
  const parts = canonicalParts(comparisonRecord(compared.value))
  const length = [...parts.values()].reduce((sum, text) => sum + text.length, 0)
  if (stamp && stamp === stampNow()) comparisons.keep(key, stamp, { parts, length })
  return ok(parts)
}
