import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { factsKnownOn } from './facts-known-on'
import { loadFacts } from './facts-store'
import { readNational } from './national'
import type { StandardValue } from './standard-value'
import { standardRows } from './standard-value-rules'

/** What is derived today of each standard that applies to these module versions (P13), by module version: public. */
export async function listStandardValues(
  ctx: Context,
  moduleVersionIds: string[],
  tx?: Tx,
): Promise<Map<string, StandardValue[]>> {
  const today: Day = dayOf(ctx.now)
  const versions = await listVersionsById(tx ?? db, moduleVersionIds)
  const loaded = await loadFacts(tx ?? db, versions, tx ? {} : { national: await readNational() })
  return new Map(
    [...loaded].map(([id, { facts }]) => [
      id,
      standardRows(factsKnownOn(facts, today), today).map(({ standardId, name, version, value }) => ({
        standardId,
        name,
        version,
        value,
      })),
    ]),
  )
}
