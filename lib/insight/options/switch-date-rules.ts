import type { Contract } from '@/lib/contracts/contract'
import { minimumTermEnd } from '@/lib/contracts/contract-rules'
import { addDays, type Day } from '@/lib/platform/days'
import { addWorkingDays } from '@/lib/platform/working-days'

export type SwitchDateFacts = {
  today: Day
  contract: Pick<Contract, 'startsOn' | 'endsOn' | 'noticeDays' | 'state' | 'runsUntil'>
  /** Months in which a contract cannot be ended by notice. */
  minimumMonths: number
  /** Working days in which the payer decides, and the days that are none. */
  decisionDays: number
  holidays: Day[]
  /** Calendar days from the signed order to the first day of use. */
  leadDays: number
}

export const switchRules = ['minimum-term', 'notice', 'decision'] as const
export type SwitchRule = (typeof switchRules)[number]
export type SwitchDate = {
  day: Day
  /** Which rule gave the day: the latest; of several on one day the first of the list. */
  bound: SwitchRule
  rules: { rule: SwitchRule; day: Day }[]
  /** The day by which the payer decides on what is asked today. */
  decidedBy: Day
}

/**
 * The earliest day of a switch (P2): the latest of the end of the minimum term, today + notice, and today + the payer's time to
 * decide + the lead time of a switch. A contract that ends by itself before notice could end it binds no longer than that, one
 * that is ended by notice until its last day, one that is over not at all.
 */
export function earliestSwitch(facts: SwitchDateFacts): SwitchDate {
  const { today, contract, leadDays } = facts
  const decidedBy = addWorkingDays(today, facts.decisionDays, facts.holidays)
  const rules: SwitchDate['rules'] = [
    { rule: 'minimum-term', day: latest(today, minimumOf(facts)) },
    { rule: 'notice', day: latest(today, leavableOn(contract, today)) },
    { rule: 'decision', day: addDays(decidedBy, leadDays) },
  ]
  const bound = rules.reduce((last, one) => (one.day > last.day ? one : last))
  return { day: bound.day, bound: bound.rule, rules, decidedBy }
}

const over = ['expired', 'held-over', 'exiting', 'terminated', 'closed']

function minimumOf({ contract, minimumMonths, today }: SwitchDateFacts): Day {
  // Who has given notice has passed this test, and what is over is bound by nothing.
  return contract.state === 'terminating' || over.includes(contract.state)
    ? today
    : minimumTermEnd(contract, minimumMonths)
}

function leavableOn({ state, noticeDays, endsOn, runsUntil }: SwitchDateFacts['contract'], today: Day): Day {
  if (over.includes(state)) return today
  if (state === 'terminating') return runsUntil
  const noticed = addDays(today, noticeDays)
  return noticed < endsOn ? noticed : endsOn
}

const latest = (a: Day, b: Day): Day => (a > b ? a : b)
