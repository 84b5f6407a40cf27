import { addDays, addMonths, type Day, dayWords } from '@/lib/platform/days'
import type { Contract } from '../contract'
import type { ContractSite } from '../site'

/** A day up to which performance must be told, and why: a year is over, the contract has ended, or a breach was not made good. */
export type IndicatorDue = { from: Day; to: Day; why: string[] }
type Failed = { requirementId: string; failedOn: Day }
type Known = { requirementId: string; determinedOn: Day; closedOn: Day | null }
export type Indicator = { name: string; words: string; isKnown: boolean }

const ended = ['terminated', 'expired', 'held-over', 'exiting', 'closed']

/**
 * When UK9 is due for a contract above the floor, up to today (Procurement Act 2023, section 71): after each year of it, at its
 * end, and where a supplier had the chance to improve and did not. What falls on one day is one notice.
 */
export function indicatorDues(
  { startsOn, runsUntil, state }: Pick<Contract, 'startsOn' | 'runsUntil' | 'state'>,
  failed: Failed[],
  today: Day,
): IndicatorDue[] {
  const dues = new Map<Day, IndicatorDue>()
  const add = (from: Day, to: Day, words: string) => {
    const before = dues.get(to)
    dues.set(to, { from, to, why: [...(before?.why ?? []), words] })
  }
  for (let year = 1; ; year++) {
    const to = addDays(addMonths(startsOn, 12 * year), -1)
    if (to >= today || to >= runsUntil) break
    add(addMonths(startsOn, 12 * (year - 1)), to, `Year ${year} of the contract is over`)
  }
  const years = [...dues.values()]
  if (ended.includes(state) && runsUntil < today)
    add(addDays(years.at(-1)?.to ?? addDays(startsOn, -1), 1), runsUntil, 'The contract has ended')
  for (const { requirementId, failedOn } of failed) {
    if (failedOn < startsOn || failedOn > runsUntil || failedOn > today) continue
    const since = years.findLast(({ to }) => to < failedOn)
    add(since ? addDays(since.to, 1) : startsOn, failedOn, `${requirementId} was to be put right and was not`)
  }
  return [...dues.values()].toSorted((a, b) => (a.to < b.to ? -1 : 1))
}

/**
 * Three indicators as far as the portal knows them at the end of a period. What it does not know it says so: nothing unknown
 * counts as met. `known`: what was determined against the module; null where the contract names no version of it.
 */
export function indicatorsOf(
  sites: Pick<ContractSite, 'practiceId' | 'liveOn'>[],
  deliverOn: Record<string, Day>,
  known: Known[] | null,
  to: Day,
): Indicator[] {
  const dueSites = sites.filter(({ practiceId }) => deliverOn[practiceId] !== undefined && deliverOn[practiceId]! <= to)
  const live = dueSites.filter(({ liveOn }) => liveOn !== null && liveOn <= to)
  const inTime = live.filter(({ practiceId, liveOn }) => liveOn! <= deliverOn[practiceId]!)
  const open = known?.filter((nc) => nc.determinedOn <= to && (nc.closedOn === null || nc.closedOn > to)) ?? []
  return [
    {
      name: 'Practices in use by the day agreed',
      isKnown: dueSites.length > 0,
      words:
        dueSites.length > 0
          ? `${inTime.length} of ${dueSites.length}; ${dueSites.length - live.length} not in use on ${dayWords(to)} by both sides’ word`
          : 'No practice was due yet',
    },
    {
      name: 'Requirements that were not met at the end of the period',
      isKnown: known !== null,
      words:
        known === null
          ? 'Not known: the contract names no assessed version'
          : open.length === 0
            ? 'None that the register knows of'
            : `${open.length}: ${open.map(({ requirementId }) => requirementId).join(', ')}`,
    },
    {
      name: 'Availability of the service',
      isKnown: false,
      words: 'Not known: the portal does not measure it. Ask the supplier for its figures',
    },
  ]
}

/** How many more the law asks for than are known here. */
export const missingOf = (indicators: Indicator[], count: number): number =>
  Math.max(0, count - indicators.filter(({ isKnown }) => isKnown).length)

/** What the draft says after its title. Fewer known than the law asks for is said, so that the payer adds them or gives the rationale (L11). */
export function indicatorLines(
  names: { payer: string; supplier: string; contract: string },
  { from, to, why }: IndicatorDue,
  indicators: Indicator[],
  count: number,
): [string, string][] {
  const missing = missingOf(indicators, count)
  return [
    ['Contracting authority', names.payer],
    ['Supplier', names.supplier],
    ['Contract', names.contract],
    ['Period', `${dayWords(from)} to ${dayWords(to)}`],
    ['Why it is due', why.join('; ')],
    ...indicators.map(({ name, words }, i): [string, string] => [`Indicator ${i + 1}, ${name.toLowerCase()}`, words]),
    ...(missing > 0
      ? [
          [
            'To be added',
            `${count - missing} of ${count} indicators are known here. Add the others before it is published, or say why there are fewer`,
          ] as [string, string],
        ]
      : []),
    ['Rating', 'Not given: the contracting authority rates the performance'],
  ]
}
