import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { loadFacts } from '../facts-store'
import { decisionInForce, isListed } from '../label-rules'
import { clockWords } from './clock'
import type { ClockId } from './clock-rule'
import { findNotConsidered } from './clock-store'
import { clocksOf } from './clocks-rules'

/** Whoever misses these leaves a suspension to be considered by officers (CL-06, CL-09). */
export const suspensionClocks: ClockId[] = ['CL-06', 'CL-09']

export type Consideration = {
  missId: string
  moduleVersionId: string
  moduleName: string
  clock: ClockId
  words: string
  dueOn: Day
  nonConformityId: string | null
}
/** A suspension on which nobody has decided in time (CL-07): it heads the officers' queue. */
export type OverdueSuspension = Pick<Consideration, 'moduleVersionId' | 'moduleName' | 'dueOn'>
export type OfficerTasks = { overdue: OverdueSuspension[]; considerations: Consideration[] }

/** What missed clocks lay before the officers; nothing to others. What is closed, suspended or removed by now has left it. */
export async function listOfficerTasks(ctx: Context): Promise<OfficerTasks> {
  if (!mayRead(ctx.actor)) return { overdue: [], considerations: [] }
  const today = dayOf(ctx.now)
  const misses = await findNotConsidered(db, [...suspensionClocks, 'CL-07'])
  const versions = await listVersionsById(db, [...new Set(misses.map((miss) => miss.moduleVersionId))])
  const loaded = await loadFacts(db, versions)
  const rows = misses.flatMap((miss) => {
    const version = versions.find((v) => v.id === miss.moduleVersionId)
    const facts = loaded.get(miss.moduleVersionId)?.facts
    // Of a module that is not listed there is nothing to suspend.
    if (!version || !facts || !isListed(facts, today)) return []
    const clock = clocksOf(facts, facts.clockRules, today).find(
      (c) => c.clock === miss.clock && c.subject.id === miss.subjectId && c.state === 'missed',
    )
    const { nonConformityId = null } = clock?.subject ?? {}
    const isOpen = facts.nonConformities.some((nc) => nc.id === nonConformityId && nc.closedOn === null)
    const inForce = decisionInForce(facts, today)?.kind ?? null
    return [{ miss, name: `${version.name ?? 'A module'} ${version.version}`, clock, isOpen, inForce, nonConformityId }]
  })
  return {
    overdue: rows
      .filter((row) => row.miss.clock === 'CL-07' && row.inForce === 'SUSPEND' && row.clock?.doneOn === null)
      .map(({ miss, name }) => ({ moduleVersionId: miss.moduleVersionId, moduleName: name, dueOn: miss.dueOn })),
    considerations: rows
      .filter((row) => row.miss.clock !== 'CL-07' && row.inForce === null && row.isOpen && row.clock)
      .map(({ miss, name, nonConformityId }) => ({
        missId: miss.id,
        moduleVersionId: miss.moduleVersionId,
        moduleName: name,
        clock: miss.clock,
        words: clockWords[miss.clock].missed,
        dueOn: miss.dueOn,
        nonConformityId,
      })),
  }
}

const mayRead = (actor: Actor): boolean => grantOf(actor, 'officer') !== undefined
