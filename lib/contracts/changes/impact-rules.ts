import type { Gate } from '@/lib/assurance/gate-rules'
import { addDays, addMonths, type Day, daysBetween, dayWords } from '@/lib/platform/days'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import type { ChangeKind, Impact, Terms } from './change'

/** The figures of law and agreement by which a change is measured, as they are set on the day. */
export type ChangeFigures = {
  /** Months, extensions included (C2). */
  longestTerm: number
  /** A change by more than so many per cent of value or term needs a UK10 (C3; Procurement Act 2023, sections 74 and 75). */
  valuePercent: bigint
  termPercent: bigint
  /** From which whole-life value a contract for services is above threshold, and whether VAT counts for it. */
  thresholdPence: bigint
  thresholdBasis: 'gross' | 'net'
  vatPercent: bigint
  /** False while nobody has set the class of the payers: then the lower of the two thresholds counts, so that no notice is missed. */
  classIsSet: boolean
}

export type ImpactFacts = {
  kind: ChangeKind
  startsOn: Day
  capPence: bigint | null
  /** The terms with which the contract began, those in force, and those proposed. */
  first: Terms
  present: Terms
  proposed: Terms
  /** What the gate says of the module today; undefined where the catalogue does not know its version. */
  gate: { gate: Gate; because: string[] } | undefined
  figures: ChangeFigures
}

/** Everything that stands against a change, and whether it needs a contract change notice. Every fact is an argument. */
export function impactOf(facts: ImpactFacts): Impact {
  const { startsOn, capPence, present, proposed, kind, gate, figures } = facts
  const against: string[] = []
  const notes: string[] = []
  if (capPence !== null && proposed.totalPence > capPence)
    against.push(
      `The whole life would be ${poundsWords(proposed.totalPence)}: the route by which it was bought ends at ${poundsWords(capPence)} (A6)`,
    )
  if (capPence === null) notes.push('No cap of the route is known for this contract')
  const longest = addDays(addMonths(startsOn, figures.longestTerm), -1)
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
  if (!figures.classIsSet) notes.push('The class of the payer is not set: the lower threshold counts until it is')
  const needsNotice = needsChangeNotice(facts)
  if (needsNotice) notes.push('A contract change notice (UK10) must be published before the change takes effect')
  return { against, notes, needsNotice }
}

/**
 * C3: an above-threshold contract whose value or term moves by more than 10 % either way, alone or together with the earlier
 * changes since it began; and a contract that the change lifts to the threshold.
 */
export function needsChangeNotice({ startsOn, first, present, proposed, figures }: ImpactFacts): boolean {
  const isAbove = (terms: Terms) => onBasis(terms.totalPence, figures) >= figures.thresholdPence
  if (!isAbove(present) && !isAbove(first)) return isAbove(proposed)
  const days = (terms: Terms) => BigInt(daysBetween(startsOn, addDays(terms.endsOn, 1)))
  return (
    movesMore(first.totalPence, present.totalPence, proposed.totalPence, figures.valuePercent) ||
    movesMore(days(first), days(present), days(proposed), figures.termPercent)
  )
}

/** Whether something moves by more than so many per cent: from what it is now, or from what it was at first (W10). */
export function movesMore(first: bigint, present: bigint, proposed: bigint, percent: bigint): boolean {
  const far = (from: bigint) => 100n * distance(from, proposed) > percent * from
  return proposed !== present && (far(present) || far(first))
}

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)
const onBasis = (pence: bigint, { thresholdBasis, vatPercent }: ChangeFigures): bigint =>
  thresholdBasis === 'net' ? pence : roundHalfUp(pence * (100n + vatPercent), 100n)
