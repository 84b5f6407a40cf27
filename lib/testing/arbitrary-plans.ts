import fc from 'fast-check'
import type { Plan, PlanAct } from '@/lib/assurance/facts'
import { afterActs } from '@/lib/assurance/non-conformities/plan-acts-rules'
import { addDays, type Day } from '@/lib/platform/days'

/** Any plan around `today`, with or without the acts from which its end and its claim follow, as they are loaded. */
export function arbitraryPlan(today: Day): fc.Arbitrary<Plan> {
  const from = (min: number, max: number) => fc.integer({ min, max }).map((n) => addDays(today, n))
  const day = from(-400, 60)
  const plan: fc.Arbitrary<Plan> = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('WORK_OFF', 'REMEDIATION'),
    acceptedOn: fc.option(day),
    dueOn: from(-60, 200),
    claimedDoneOn: fc.option(day),
    supersededOn: fc.option(day, { freq: 8 }),
  })
  const act: fc.Arbitrary<PlanAct> = fc.record({
    kind: fc.constantFrom('STARTED', 'CLAIMED_DONE', 'REJECTED', 'EXTENDED'),
    on: day,
    milestone: fc.constant(null),
    dueOn: from(0, 90),
  })
  const withActs = fc.tuple(plan, fc.array(act, { maxLength: 3 })).map(([one, acts]) => withHistory(one, acts))
  return fc.oneof(plan, withActs)
}

const withHistory = (one: Plan, acts: PlanAct[]): Plan => {
  const inOrder = acts.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return { ...one, history: { dueOn: one.dueOn, acts: inOrder }, ...afterActs(one.dueOn, inOrder) }
}

/** The plan without one act that speaks for it, for each: a claim of done, or the one extension to a later day. */
export function withoutAnAct(plan: Plan): Plan[] {
  const { history } = plan
  if (!history) return []
  const extensions = history.acts.filter((act) => act.kind === 'EXTENDED')
  const speaksForIt = (act: PlanAct) =>
    act.kind === 'CLAIMED_DONE' || (act.kind === 'EXTENDED' && extensions.length === 1 && act.dueOn! >= history.dueOn)
  return history.acts.filter(speaksForIt).map((act) =>
    withHistory(
      { ...plan, dueOn: history.dueOn },
      history.acts.filter((other) => other !== act),
    ),
  )
}
