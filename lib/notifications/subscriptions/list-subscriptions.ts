import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { type Named, nameSubjects } from './name-subjects'
import type { Rhythm, Subscription, SubscriptionKind } from './subscription'
import { findSubscriptions } from './subscription-store'

export type SubscriptionView = {
  id: string
  kind: SubscriptionKind
  subjectId: string
  rhythm: Rhythm
  since: Day
  named: Named
}

/** What the signed-in person has asked to hear of: each reader their own. */
export async function listSubscriptions(ctx: Context): Promise<SubscriptionView[]> {
  if (ctx.actor.kind !== 'person') return []
  const own = await findSubscriptions(db, ctx.actor.userId)
  const names = await nameSubjects(db, own)
  return own.map(({ id, kind, subjectId, rhythm, createdAt }) => ({
    id,
    kind,
    subjectId,
    rhythm,
    since: dayOf(createdAt),
    named: names.get(`${kind}/${subjectId}`) ?? { words: subjectId, href: '/register' },
  }))
}

/** What an address asks to subscribe to, named; undefined where there is none such. */
export async function nameSubject(asked: Pick<Subscription, 'kind' | 'subjectId'>): Promise<string | undefined> {
  return (await nameSubjects(db, [asked])).get(`${asked.kind}/${asked.subjectId}`)?.words
}
