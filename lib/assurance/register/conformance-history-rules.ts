import { addDays, type Day } from '@/lib/platform/days'
import type { ModuleFacts } from '../facts'
import { factsKnownOn } from '../facts-known-on'
import { type Label, labelOf } from '../label-rules'
import { standingUntil } from '../standing-rules'

/** A stretch of days with one label, both days included. */
export type HistoryStretch = { from: Day; to: Day; label: Label }

/** However many facts there are, the picture has room for so many stretches; the oldest are left out first. */
const mostStretches = 200

/**
 * The label of every day from `from` to `to`, as it was shown then, in stretches. It is derived only on days on which it can
 * change: after the last sure day of the one before, and when a fact became known. `factsOn` gives the facts as they stood.
 */
export function conformanceHistory(
  facts: ModuleFacts,
  from: Day,
  to: Day,
  factsOn: (day: Day) => ModuleFacts = () => facts,
): HistoryStretch[] {
  const learnt = daysLearnt(facts)
  const stretches: HistoryStretch[] = []
  for (let day = from; day <= to; ) {
    const known = factsKnownOn(factsOn(day), day)
    const label = labelOf(known, day)
    const sure = [standingUntil(known, day), ...learnt.filter((d) => d > day).map((d) => addDays(d, -1)), to]
    const last = sure.filter((d): d is Day => d !== null).toSorted()[0]!
    const before = stretches.at(-1)
    if (before && before.label.words === label.words) before.to = last
    else stretches.push({ from: day, to: last, label })
    day = addDays(last, 1)
  }
  return stretches.slice(-mostStretches)
}

/** Days on which something became known that stands in force on another day. */
function daysLearnt(facts: ModuleFacts): Day[] {
  const { findings, evidence, checks, waivers, decisions, claims = [], nonConformities, appeals = [] } = facts
  const known = [...findings, ...checks, ...decisions].map((f) => f.knownOn ?? f.on)
  const also = [...evidence, ...waivers].flatMap((f) => f.knownOn ?? [])
  const claimed = claims.flatMap((c) => [c.from, c.until ?? []].flat())
  const opened = nonConformities.flatMap((nc) => [nc.determinedOn, nc.closedOn ?? []].flat())
  const planned = nonConformities.flatMap((nc) =>
    nc.plans.flatMap((p) => [
      p.acceptedOn,
      p.claimedDoneOn,
      p.supersededOn,
      ...(p.history?.acts.map((a) => a.on) ?? []),
    ]),
  )
  const contested = [
    ...appeals.flatMap((a) => [a.on, a.endedOn ?? null]),
    ...(facts.redeclarations ?? []).map((r) => r.on),
  ]
  const published = facts.standards.flatMap((s) =>
    s.versions.flatMap((v) => [v.knownFrom ?? null, ...(v.earlierDays ?? []).map(({ until }) => until)]),
  )
  const days = [...known, ...also, ...claimed, ...opened, ...planned, ...contested, ...published, facts.withdrawnOn]
  return [...new Set(days.filter((day): day is Day => day !== null))].toSorted()
}
