import 'server-only'
import { getModuleVersion } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { factsKnownOn } from '../facts-known-on'
import { loadFacts } from '../facts-store'
import { standardRows } from '../standard-value-rules'
import { mayRaiseConcern, mayRaiseLegalNotice } from './non-conformity-policy'

export type ConcernPage = {
  moduleVersionId: string
  name: string
  /** Of its register entry. */
  address: string
  requirements: { key: string; words: string }[]
  mayRaiseLegalNotice: boolean
}

/** What a concern about a module of the register may name; undefined where there is none, or to who has not signed in. */
export async function getConcernPage(ctx: Context, moduleId: string, number: string): Promise<ConcernPage | undefined> {
  if (!mayRaiseConcern(ctx.actor).allowed) return undefined
  const version = await getModuleVersion(ctx.actor, moduleId, number)
  if (!version || version.name === null) return undefined
  const today = dayOf(ctx.now)
  const facts = factsKnownOn((await loadFacts(db, [version])).get(version.id)!.facts, today)
  return {
    moduleVersionId: version.id,
    name: `${version.name} ${version.version}`,
    address: `/register/${version.moduleId}/${version.version}`,
    requirements: standardRows(facts, today).flatMap((standard) =>
      standard.rows.map((row) => ({
        key: `${row.standardVersionId}/${row.requirement.id}`,
        words: `${row.requirement.id}, ${standard.name}`,
      })),
    ),
    mayRaiseLegalNotice: mayRaiseLegalNotice(ctx.actor).allowed,
  }
}
