import type { ContractLine } from '@/lib/contracts/contract'
import type { PriceRange } from '@/lib/contracts/price-range-rules'
import type { Day } from '@/lib/platform/days'

/** A module as it can be bought today for one list: `once` for what is paid once, `term` for all of it over the term. */
export type Offer = {
  moduleId: string
  name: string
  supplier: string
  publishedOn: Day
  yearlyPence: bigint
  oncePence: bigint
  termPence: bigint
  /** What the present module does and this one does not, by name. */
  missing: string[]
}

export const optionKeys = ['stay', 'renegotiate', 'move'] as const
export type OptionKey = (typeof optionKeys)[number]
export const optionWords: Record<OptionKey, string> = { stay: 'Stay', renegotiate: 'Renegotiate', move: 'Move' }

export type Cost = { yearlyPence: bigint; oncePence: bigint; termPence: bigint; differencePence: bigint }
/** One way on when the contract ends. `cost` is missing only where nothing is on offer; then `basis` says why. */
export type Option = { key: OptionKey; cost: Cost | undefined; basis: string; offer?: Offer }

/** A module of the practice with what can be done about it. */
export type SystemLine = {
  contract: ContractLine
  /** As the register says today; undefined where the catalogue does not know the module. */
  state: { version: string; label: { kind: string; words: string } } | undefined
  /** Undefined where the list size of the practice is not known. */
  range: PriceRange | undefined
  options: Option[]
  /** Where to look for others: everything this module claims to do. */
  capabilityIds: string[]
}

export type PracticeTask = { key: string; words: string; href: string; due: Day | null }
