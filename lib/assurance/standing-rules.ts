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
  const requirements = new Map(
    facts.standards.flatMap((s) => s.versions.flatMap((v) => v.requirements.map((r) => [`${v.id}/${r.id}`, r]))),
  )
  const changes: (Day | null)[] = [
    facts.withdrawnOn,
    ...facts.decisions.flatMap((d) => [d.on, d.effectiveFrom]),
    ...[...facts.findings, ...facts.checks].map((f) => f.on),
    ...[...facts.findings, ...facts.evidence].map((f) => after(f.validUntil)),
    ...(facts.redeclarations ?? []).map((r) => r.on),
    ...facts.waivers.flatMap((w) => [w.from, after(w.until)]),
    ...facts.standards.flatMap((s) =>
      s.versions.flatMap((v) => [v.publishedOn, v.effectiveOn, after(v.transitionEndsOn), v.retiredOn, v.withdrawnOn]),
    ),
    ...facts.nonConformities.flatMap((nc) => {
      const requirement = requirements.get(`${nc.standardVersionId}/${nc.requirementId}`)
      // Where it carries over, the newer requirement's hazard may give another deadline.
      const others = [...requirements.values()].filter((r) =>
        r.carriedFrom?.some((from) => from.requirementId === nc.requirementId),
      )
      return [
        nc.determinedOn,
        nc.closedOn,
        nc.raised?.on ?? null,
        ...[...(requirement ? [requirement] : []), ...others].map((r) => after(planDeadline(nc, r, facts.clockRules))),
        ...nc.plans.flatMap((p) => [p.acceptedOn, p.supersededOn, after(p.dueOn)]),
      ]
    }),
    ...facts.checks.flatMap((c) => {
      const days = requirements.get(`${c.standardVersionId}/${c.requirementId}`)?.evidenceValidDays ?? null
      return days === null ? [] : [addDays(c.on, days + 1)]
    }),
    // The label names an end 180 days before it.
    ...endsOf(standardRows(facts, today), today).map((end) => addDays(end, -180)),
  ]
  const next = changes.filter((day): day is Day => day !== null && day > today).toSorted()[0]
  return next === undefined ? null : addDays(next, -1)
}

const after = (day: Day | null) => (day === null ? null : addDays(day, 1))
