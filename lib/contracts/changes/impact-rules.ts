import type { Gate } from '@/lib/assurance/gate-rules'
import { addDays, addMonths, type Day, daysBetween, dayWords } from '@/lib/platform/days'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import { changeTestPercent, figureOn, maximumTermMonths, thresholdPence, vatPercent } from '../reference/dated-figures'
import type { ChangeKind, Impact, Terms } from './change'

export type ImpactFacts = {
  kind: ChangeKind
  today: Day
  startsOn: Day
  capPence: bigint | null
  /** The terms with which the contract began, those in force, and those proposed. */
  first: Terms
  present: Terms
  proposed: Terms
  /** What the gate says of the module today; undefined where the catalogue does not know its version. */
  gate: { gate: Gate; because: string[] } | undefined
}

/** Everything that stands against a change, and whether it needs a contract change notice. Every fact is an argument. */
export function impactOf(facts: ImpactFacts): Impact {
  const { today, startsOn, capPence, present, proposed, kind, gate } = facts
  const against: string[] = []
  const notes: string[] = []
  if (capPence !== null && proposed.totalPence > capPence)
    against.push(
      `The whole life would be ${poundsWords(proposed.totalPence)}: the route by which it was bought ends at ${poundsWords(capPence)} (A6)`,
    )
  if (capPence === null) notes.push('No cap of the route is known for this contract')
  const longest = addDays(addMonths(startsOn, figureOn(maximumTermMonths, today)), -1)
  if (proposed.endsOn > present.endsOn && proposed.endsOn > longest)
    against.push(`The contract may run to ${dayWords(longest)} at the latest (C2)`)
  const grows =
    kind !== 'value' || proposed.totalPence > present.totalPence || proposed.yearlyPence > present.yearlyPence
  if (grows && gate?.gate === 'REFUSED')
    against.push(
      `The module may not be bought now, so there is no extension and no growth (H5): ${gate.because.join('; ')}`,
    )
  if (grows && gate && !['OPEN', 'REFUSED'].includes(gate.gate))
    notes.push(`The module has open points: ${gate.because.join('; ')}`)
  if (grows && !gate) notes.push('The catalogue does not know the version of this module: its standing is not checked')
  const needsNotice = needsChangeNotice(facts)
  if (needsNotice) notes.push('A contract change notice (UK10) must be published before the change takes effect')
  return { against, notes, needsNotice }
}

/**
 * C3: an above-threshold contract whose value or term moves by more than 10 % either way, alone or together with the earlier
 * changes since it began; and a contract that the change lifts to the threshold.
 */
export function needsChangeNotice({ today, startsOn, first, present, proposed }: ImpactFacts): boolean {
  const threshold = figureOn(thresholdPence, today)
  const isAbove = (terms: Terms) => withVat(terms.totalPence, today) >= threshold
  if (!isAbove(present) && !isAbove(first)) return isAbove(proposed)
  const percent = figureOn(changeTestPercent, today)
  const days = (terms: Terms) => BigInt(daysBetween(startsOn, addDays(terms.endsOn, 1)))
  return (
    movesMore(first.totalPence, present.totalPence, proposed.totalPence, percent.value) ||
    movesMore(days(first), days(present), days(proposed), percent.term)
  )
}

/** Whether something moves by more than so many per cent: from what it is now, or from what it was at first (W10). */
export function movesMore(first: bigint, present: bigint, proposed: bigint, percent: bigint): boolean {
  const far = (from: bigint) => 100n * distance(from, proposed) > percent * from
  return proposed !== present && (far(present) || far(first))
}

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)
const withVat = (pence: bigint, day: Day): bigint => roundHalfUp(pence * (100n + figureOn(vatPercent, day)), 100n)
