import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { findRoadmap, findStandards } from './standard-list-store'
import type { RoadmapView, StandardView } from './standard-view'

/** Every standard with its versions, and what is announced: public. */
export async function listStandards(_: Context): Promise<{ standards: StandardView[]; roadmap: RoadmapView[] }> {
  return { standards: await findStandards(db), roadmap: await findRoadmap(db) }
}

/** One standard, and the announced changes that name it: public. */
export async function getStandard(ctx: Context, id: string) {
  const [standard] = /^S\d{1,3}$/.test(id) ? await findStandards(db, id) : []
  if (!standard) return undefined
  const named = new RegExp(`\\b${id}\\b`)
  const roadmap = (await findRoadmap(db)).filter((item) => named.test(item.concerns) || named.test(item.title))
  return { standard, roadmap, today: dayOf(ctx.now) }
}
