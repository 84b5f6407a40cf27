import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { roleInSentence, type Switch } from '../switch'
import { lateOf, nextDue } from './late-rules'
import type { PortfolioLine } from './portfolio'
import { findOn, findPeopleOf, findPlannedDays, findTimersOf } from './portfolio-store'
import { nextAct, stageOf } from './stage-rules'

export type Portfolio = { lines: PortfolioLine[]; suppliers: { id: string; name: string }[] }

/** The switches for which the actor's organisations pay, with what is late in each; nobody else's. */
export async function getPortfolio(actor: Actor, now: Date): Promise<Portfolio> {
  const switches = await findOn(db, organisationsOf(actor), ['payerId'])
  return { lines: await linesOf(switches, dayOf(now)), suppliers: await suppliersOf(switches) }
}

async function suppliersOf(switches: Switch[]): Promise<Portfolio['suppliers']> {
  const ids = [...new Set(switches.flatMap((s) => [s.losingSupplierId, s.gainingSupplierId ?? []].flat()))]
  const name = await listNames(db, ids)
  return ids.map((id) => ({ id, name: name(id) })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function linesOf(switches: Switch[], today: Day): Promise<PortfolioLine[]> {
  const ids = switches.map((s) => s.id)
  const [timers, people, planned] = await Promise.all([
    findTimersOf(db, ids),
    findPeopleOf(db, ids),
    findPlannedDays(db, ids),
  ])
  const name = await listNames(db, [
    ...switches.flatMap((s) => [s.practiceId, s.losingSupplierId, s.gainingSupplierId]),
    ...[...people.values()].flatMap((of) => [...of.values()]),
  ])
  return switches.map((of) => {
    const act = nextAct(of)
    const person = act && people.get(of.id)?.get(act.role)
    const { id, state, part, openedAt, wentLiveOn, machineVersion, losingSupplierId, gainingSupplierId } = of
    return {
      ...{ id, state, part, openedAt, wentLiveOn, machineVersion },
      stage: stageOf(state),
      practice: name(of.practiceId),
      losing: name(losingSupplierId),
      gaining: gainingSupplierId ? name(gainingSupplierId) : 'not chosen yet',
      suppliers: [losingSupplierId, ...(gainingSupplierId ? [gainingSupplierId] : [])],
      plannedOn: planned.get(id) ?? null,
      late: lateOf(timers.get(id) ?? [], today),
      next: act
        ? { title: act.title, who: person ? `${name(person)}, ${roleInSentence(act.role)}` : roleInSentence(act.role) }
        : null,
      due: nextDue(timers.get(id) ?? [], today) ?? null,
    }
  })
}
