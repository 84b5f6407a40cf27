import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isAuthority } from '../assessments/assessment-policy'
import type { Challenge } from './challenge'
import type { ChallengeState } from './challenge-machine'
import { mayAnswerChallenge } from './challenge-policy'
import { findChallenges } from './challenge-store'

export type ChallengeView = {
  id: string
  version: number
  moduleName: string
  /** Of its register entry. */
  address: string
  check: string
  state: ChallengeState
  raisedOn: Day
  /** Null to the supplier: whoever challenged may have written more than it should read. */
  grounds: string | null
  answer: string | null
  answeredOn: Day | null
  endedOn: Day | null
  mayAnswer: Decision
}

/** Every challenge for the authority, what waits first; undefined to all others. */
export async function listChallenges(actor: Actor): Promise<ChallengeView[] | undefined> {
  if (!isAuthority(actor)) return undefined
  const views = await viewsOf(actor, await findChallenges(db, {}), true)
  const order: ChallengeState[] = ['raised', 'accepted', 'failed', 're-passed', 'declined']
  return views.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** What somebody has challenged, with the answers. */
export const listOwnChallenges = async (actor: Actor): Promise<ChallengeView[]> =>
  actor.kind === 'person' ? viewsOf(actor, await findChallenges(db, { raisedById: actor.userId }), true) : []

/** What was accepted against a supplier's modules. */
export async function listChallengesAgainst(actor: Actor): Promise<ChallengeView[]> {
  const supplierIds = organisationsOf(actor, 'supplier-editor', 'supplier-signatory')
  if (supplierIds.length === 0) return []
  const states: ChallengeState[] = ['accepted', 're-passed', 'failed']
  return viewsOf(actor, await findChallenges(db, { supplierIds, states }), false)
}

async function viewsOf(actor: Actor, challenges: Challenge[], withGrounds: boolean): Promise<ChallengeView[]> {
  const ids = [...new Set(challenges.map((c) => c.moduleVersionId))]
  const versions = new Map((await listVersionsById(db, ids)).map((v) => [v.id, v]))
  return challenges.map((c) => {
    const version = versions.get(c.moduleVersionId)
    return {
      id: c.id,
      version: c.version,
      moduleName: version?.name ? `${version.name} ${version.version}` : 'A module no longer listed',
      address: version ? `/register/${version.moduleId}/${version.version}` : '/register',
      check: c.check,
      state: c.state,
      raisedOn: dayOf(c.raisedAt),
      grounds: withGrounds ? c.grounds : null,
      answer: c.answer,
      answeredOn: c.answeredAt && dayOf(c.answeredAt),
      endedOn: c.endedOn,
      mayAnswer: mayAnswerChallenge(actor, c),
    }
  })
}
