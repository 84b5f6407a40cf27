import { sumsByYear } from '@/lib/funding/funding-rules'
import type { Day } from '@/lib/platform/days'
import { shareByLargestRemainder } from '@/lib/platform/money'
import type { Contract } from '../contract'
import type { ChangeKind, Terms } from './change'

type Proposal = { kind: ChangeKind; terms: Terms; effectiveOn: Day }

/** What is wrong with a proposal by itself: the field and the words; undefined where nothing is. */
export function proposalProblem(
  contract: Pick<Contract, 'startsOn' | 'endsOn' | 'yearlyPence' | 'totalPence'>,
  { kind, terms, effectiveOn }: Proposal,
  today: Day,
): [string, string] | undefined {
  if (effectiveOn < today) return ['effectiveOn', 'A change takes effect today or later']
  if (effectiveOn > contract.endsOn) return ['effectiveOn', 'The contract has ended by then']
  if (kind === 'term' && terms.endsOn <= contract.endsOn)
    return ['endsOn', 'An extension ends later than the contract does now. To end it earlier, give notice.']
  if (kind !== 'term' && terms.endsOn !== contract.endsOn) return ['endsOn', 'Choose an extension to change the end']
  if (kind === 'value' && terms.totalPence === contract.totalPence && terms.yearlyPence === contract.yearlyPence)
    return ['total', 'Nothing changes: enter another cost']
  return undefined
}

/** What the change adds, by financial year: spread over the months from its first to the new end (V1). */
export function extraByYear({ terms, effectiveOn }: Omit<Proposal, 'kind'>, extra: bigint) {
  const month = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const months = Math.max(1, month(terms.endsOn) - month(effectiveOn) + 1)
  return sumsByYear(effectiveOn, shareByLargestRemainder(extra, Array<bigint>(months).fill(1n)))
}
