import 'server-only'
import { getModuleVersion } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { loadFactsOf } from '../load-facts-of'
import { mayRaiseChallenge } from './challenge-policy'
import { challengeable } from './challenge-rules'

export type ChallengePage = {
  moduleVersionId: string
  name: string
  /** Of its register entry. */
  address: string
  checks: string[]
  mayRaise: Decision
}

/** What an outsider may challenge of a module of the register; undefined where there is none, or to who has not signed in. */
export async function getChallengePage(
  ctx: Context,
  moduleId: string,
  number: string,
): Promise<ChallengePage | undefined> {
  if (ctx.actor.kind !== 'person') return undefined
  const version = await getModuleVersion(ctx.actor, moduleId, number)
  if (!version || version.name === null) return undefined
  const { facts } = (await loadFactsOf(db, version.id))!
  return {
    moduleVersionId: version.id,
    name: `${version.name} ${version.version}`,
    address: `/register/${version.moduleId}/${version.version}`,
    checks: challengeable(facts, dayOf(ctx.now)),
    mayRaise: mayRaiseChallenge(ctx.actor, version),
  }
}
