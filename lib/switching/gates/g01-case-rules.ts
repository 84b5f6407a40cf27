import { noticeDateOf } from '@/lib/contracts/contract'
import { addMonths, dayWords } from '@/lib/platform/days'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import { type FullFacts, type LeavingFact, numberIn, stated } from '../switch-facts'
import { line, type Predicate } from './predicate'
import { isStated, readOf } from './stated-lines'

/** G1: whether there is a case for the switch. */
export function caseLines(facts: FullFacts): Predicate[] {
  const owner = 'Practice manager'
  return [
    isStated(facts, 'needs', { id: 'G1.1', sentence: 'The need of the practice is set', owner }, 'No need is stated'),
    line(
      { id: 'G1.2', sentence: 'One plan is chosen from a comparison', owner, read: facts.comparison },
      facts.comparison !== null,
      stated(facts, 'plan')
        ? 'The comparison that was named is none of the practice’s saved comparisons'
        : 'No saved comparison is named',
    ),
    endLine(facts, owner),
    costLine(facts, owner),
  ]
}

function endLine({ leaving }: FullFacts, owner: string): Predicate {
  const known = leaving !== null && leaving.minimumMonths !== null
  const notice = leaving ? noticeDateOf(leaving) : null
  return line(
    {
      id: 'G1.3',
      sentence: known
        ? `Notice for the contract that is left is given by ${dayWords(notice!)}; its minimum term ends on ${dayWords(minimumEnd(leaving))}`
        : 'Notice date and minimum term of the contract that is left are known',
      owner,
      read: { notice, minimumMonths: leaving?.minimumMonths ?? null },
    },
    known,
    leaving
      ? 'Nobody has set how long a contract cannot be ended by notice'
      : 'The contract that is left cannot be found',
  )
}

const minimumEnd = (leaving: LeavingFact) => addMonths(leaving.startsOn, leaving.minimumMonths!)

function costLine(facts: FullFacts, owner: string): Predicate {
  const cost = switchingCost(facts)
  return line(
    {
      id: 'G1.4',
      sentence: cost
        ? `The switch costs ${poundsWords(cost.totalPence)} once: ${cost.perCent} % of a year of the system that is left`
        : 'What the switch costs is shown',
      owner,
      read: readOf(facts, 'switching-cost'),
    },
    cost !== undefined,
    'No cost of the switch is stated',
  )
}

/**
 * What the switch costs once, in pence, and as a share of a year's price of the system that is left, in per cent with one
 * decimal (£2,928 + £1,500 on £12,600 is £4,428, 35.1). Undefined where a figure is not known.
 */
export function switchingCost(
  facts: Pick<FullFacts, 'stated' | 'leaving'>,
): { totalPence: bigint; perCent: string } | undefined {
  const fact = stated(facts, 'switching-cost')
  const [exit, move] = [numberIn(fact, 'exitPence'), numberIn(fact, 'movePence')]
  const year = facts.leaving?.yearlyPence ?? 0n
  if (exit === undefined || move === undefined || year <= 0n) return undefined
  const total = BigInt(exit) + BigInt(move)
  const tenths = roundHalfUp(total * 1000n, year)
  return { totalPence: total, perCent: `${tenths / 10n}.${tenths % 10n}` }
}
