import type { Contract } from '@/lib/contracts/contract'
import type { PriceRange } from '@/lib/contracts/price-range-rules'
import { monthlyPence } from '@/lib/funding/funding-rules'
import { dayWords } from '@/lib/platform/days'
import type { Cost, Offer, Option } from './option'

export type OptionFacts = {
  contract: Pick<Contract, 'moduleName' | 'yearlyPence' | 'endsOn'>
  /** The same module as it is offered today; undefined where it has no list price that can be known beforehand. */
  present: Offer | undefined
  range: PriceRange | undefined
  /** What does as much and can be bought today. */
  others: Offer[]
  termMonths: number
}

/**
 * Stay, renegotiate and move are always costed, over the same term (H2). A list price of today is an offer; the price of the
 * contract in force is shown as that and never as an offer; prices of former years are not used at all.
 */
export function optionsOf(facts: OptionFacts): Option[] {
  return [stay(facts), renegotiate(facts), move(facts)]
}

function stay({ contract, present, termMonths }: OptionFacts): Option {
  if (present)
    return {
      key: 'stay',
      // What is paid once was paid when the practice came: staying does not set the system up again.
      cost: costOf(present.yearlyPence, 0n, termMonths, contract),
      basis: `The list price of ${present.name} today, published on ${dayWords(present.publishedOn)}`,
      offer: present,
    }
  return {
    key: 'stay',
    cost: costOf(contract.yearlyPence, 0n, termMonths, contract),
    basis: `What the contract in force costs until ${dayWords(contract.endsOn)}. It is no offer: ${contract.moduleName} has no list price today that can be known beforehand`,
  }
}

function renegotiate({ contract, present, range, termMonths }: OptionFacts): Option {
  const known: { pence: bigint; basis: string }[] = [
    {
      pence: contract.yearlyPence,
      basis: `No more than the contract in force costs: a price to ask for, not an offer`,
    },
    ...(present
      ? [{ pence: present.yearlyPence, basis: 'The list price of today, which is lower than what you pay' }]
      : []),
    ...(range?.kind === 'range'
      ? [
          {
            pence: range.low,
            basis: `What the quarter of ${range.practices} practices like yours that pays least pays at most: a price to ask for, not an offer`,
          },
        ]
      : []),
  ]
  const best = known.reduce((least, one) => (one.pence < least.pence ? one : least))
  return { key: 'renegotiate', cost: costOf(best.pence, 0n, termMonths, contract), basis: best.basis }
}

function move({ contract, others, termMonths }: OptionFacts): Option {
  const [first, ...rest] = others
  if (!first)
    return {
      key: 'move',
      cost: undefined,
      basis:
        'No conformant module of the catalogue does all that this one does at a price that can be known for your list',
    }
  const best = rest.reduce((least, one) => (one.termPence < least.termPence ? one : least), first)
  return {
    key: 'move',
    cost: costOf(best.yearlyPence, best.oncePence, termMonths, contract),
    basis: `${best.name} of ${best.supplier}, the lowest of ${others.length}: its list price today, published on ${dayWords(best.publishedOn)}${missingWords(best)}`,
    offer: best,
  }
}

function missingWords({ missing }: Offer): string {
  return missing.length === 0
    ? ''
    : `. No single module does all that you have today: ${missing.join(', ')} would have to be bought beside it`
}

function costOf(yearlyPence: bigint, oncePence: bigint, termMonths: number, now: { yearlyPence: bigint }): Cost {
  const termPence = monthlyPence(yearlyPence, oncePence, termMonths).reduce((sum, pence) => sum + pence, 0n)
  return { yearlyPence, oncePence, termPence, differencePence: yearlyPence - now.yearlyPence }
}
