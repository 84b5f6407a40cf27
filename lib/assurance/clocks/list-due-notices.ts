import 'server-only'
import { listListedVersions } from '@/lib/catalogue/list-listed-versions'
import { system } from '@/lib/platform/actor'
import { type Day, daysBetween } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { loadFacts } from '../facts-store'
import { isListed } from '../label-rules'
import type { Clock } from './clock'
import { clocksOf } from './clocks-rules'

export type DueNotice = {
  clock: 'CL-04' | 'CL-13'
  moduleVersionId: string
  name: string
  supplierId: string
  registerPath: string
  nonConformityId: string | null
  /** What ends: the plan, or what is met now. */
  endsOn: Day
  /** Names the notice, and stays the same when it is asked for again. */
  key: string
}
const together = 25

/**
 * Notices that are to be given by now (CL-04, CL-13): for letters of the portal itself, so no actor is asked. Of several
 * bounds that are over only the nearest is given, so that nobody who was away is told four times at once.
 */
export async function listDueNotices(today: Day): Promise<DueNotice[]> {
  const listed = await listListedVersions(system)
  const due: DueNotice[] = []
  for (let i = 0; i < listed.length; i += together) {
    const some = listed.slice(i, i + together)
    for (const [moduleVersionId, { facts }] of await loadFacts(db, some)) {
      if (!isListed(facts, today)) continue
      const version = some.find((v) => v.id === moduleVersionId)!
      const of = {
        moduleVersionId,
        name: `${version.name ?? 'A module'} ${version.version}`,
        supplierId: version.supplierId,
        registerPath: `/register/${version.moduleId}/${version.version}`,
      }
      const clocks = clocksOf(facts, facts.clockRules, today).filter((clock) => clock.state === 'met')
      const plans = new Map(facts.nonConformities.flatMap((nc) => nc.plans.map((plan) => [plan.id, plan.dueOn])))
      const letters = clocks.filter((c) => c.clock === 'CL-04' && plans.get(c.subject.id)! >= today)
      due.push(
        ...letters.map(({ subject }): DueNotice => {
          const endsOn = plans.get(subject.id)!
          const key = `CL-04/${subject.id}/${endsOn}`
          return { clock: 'CL-04', ...of, nonConformityId: subject.nonConformityId ?? null, endsOn, key }
        }),
        ...nearest(clocks).map(({ subject, dueOn }): DueNotice => {
          const endsOn = subject.id
          const key = `CL-13/${moduleVersionId}/${endsOn}/${daysBetween(dueOn, endsOn)}`
          return { clock: 'CL-13', ...of, nonConformityId: null, endsOn, key }
        }),
      )
    }
  }
  return due
}

/** Of each end the last bound that is over. */
const nearest = (clocks: Clock[]): Clock[] => {
  const notices = clocks.filter((clock) => clock.clock === 'CL-13')
  return [...new Map(notices.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).map((c) => [c.subject.id, c])).values()]
}
