import { addDays, type Day } from '@/lib/platform/days'
import { planDeadline } from './clock-rules'
import type { ModuleFacts } from './facts'
import { endsOf } from './label-rules'
import { standardRows } from './standard-value-rules'

/**
 * The last day on which a label derived today is sure to hold without new facts. Every rule compares today with some date
 * of the facts, so the label can change only on one of them; a cached standing counts as "not assessed" after it.
 */
export function standingUntil(facts: ModuleFacts, today: Day): Day | null {
  // The label names an end 180 days before it.
  const named = endsOf(standardRows(facts, today), today).map((end) => addDays(end, -180))
  const next = [...datesOf(facts), ...named].filter((day) => day > today).toSorted()[0]
  return next === undefined ? null : addDays(next, -1)
}

/** Whether any value may differ between the views of two nights: only where a date of the facts lies between them. */
export const mayDiffer = (facts: ModuleFacts, since: Day, today: Day): boolean =>
  datesOf(facts).some((day) => since <= day && day <= today)

/** Every day on which something of the facts begins, ends or became known. */
function datesOf(facts: ModuleFacts): Day[] {
  const requirements = new Map(
    facts.standards.flatMap((s) => s.versions.flatMap((v) => v.requirements.map((r) => [`${v.id}/${r.id}`, r]))),
  )
  // Where it carries over, the newer requirement may give another deadline.
  const carriedTo = ({ requirementId }: { requirementId: string }) =>
    [...requirements.values()].filter((r) => r.carriedFrom?.some((from) => from.requirementId === requirementId))
  const changes: (Day | null)[] = [
    facts.withdrawnOn,
    ...facts.decisions.flatMap((d) => [d.on, d.effectiveFrom]),
    ...(facts.challenges ?? []).flatMap((c) => [c.acceptedOn, c.endedOn]),
    ...(facts.appeals ?? []).flatMap((a) => [a.on, a.endedOn ?? null]),
    ...(facts.claims ?? []).flatMap((c) => [c.from, c.until]),
    ...[...facts.findings, ...facts.checks].map((f) => f.on),
    ...[...facts.findings, ...facts.evidence].map((f) => after(f.validUntil)),
    ...(facts.redeclarations ?? []).map((r) => r.on),
    ...facts.checks.flatMap((c) => c.waivers.flatMap((w) => [w.from, after(w.until)])),
    ...facts.waivers.flatMap((w) => [w.from, after(w.until)]),
    ...facts.standards.flatMap((s) =>
      s.versions.flatMap((v) => [
        v.publishedOn,
        v.effectiveOn,
        after(v.transitionEndsOn),
        v.retiredOn,
        v.withdrawnOn,
        v.knownFrom ?? null,
        ...(v.earlierDays ?? []).map((e) => e.until),
      ]),
    ),
    ...facts.nonConformities.flatMap((nc) => {
      const requirement = requirements.get(`${nc.standardVersionId}/${nc.requirementId}`)
      return [
        nc.determinedOn,
        nc.closedOn,
        nc.raised?.on ?? null,
        ...[...(requirement ? [requirement] : []), ...carriedTo(nc)].map((r) =>
          after(planDeadline(nc, r, facts.clockRules)),
        ),
        ...nc.plans.flatMap((p) => [
          p.acceptedOn,
          p.claimedDoneOn,
          p.supersededOn,
          after(p.dueOn),
          ...(p.history?.acts ?? []).flatMap((act) => [act.on, after(act.dueOn)]),
          after(p.history?.dueOn ?? null),
        ]),
      ]
    }),
    ...facts.checks.flatMap((c) => {
      const own = requirements.get(`${c.standardVersionId}/${c.requirementId}`)
      const days = [...(own ? [own] : []), ...carriedTo(c)].flatMap((r) => r.evidenceValidDays ?? [])
      return days.map((n) => addDays(c.on, n + 1))
    }),
  ]
  return changes.filter((day): day is Day => day !== null)
}

const after = (day: Day | null) => (day === null ? null : addDays(day, 1))
