import { financialYearOf } from '@/lib/funding/funding-rules'
import type { LivingSlice } from '@/lib/funding/living-slice'
import { poundsWords, shareByLargestRemainder } from '@/lib/platform/money'
import { totalsOf } from '../charges/vat-rules'
import type { InvoiceLine } from '../invoices/invoice'
import type { MatchException, SubmittedLine } from './match'

export type MatchFacts = {
  /** Every line that could be charged, as price and evidence have it today. */
  expected: InvoiceLine[]
  submitted: SubmittedLine[]
  vatPence: bigint
  /** An amount may differ by so many pence. */
  tolerance: bigint
  /** Line and month of other living invoices, as `key month`. */
  billed: Set<string>
  /** Undefined where no request was approved. */
  slices: LivingSlice[] | undefined
  basis: 'gross' | 'net'
  accountConfirmed: boolean
}

/** V2: frozen price × evidence × submitted line. Everything that does not match, each with its line; nothing where all does. */
export function exceptionsOf(facts: MatchFacts): MatchException[] {
  const lines = facts.submitted.flatMap((line) => ofLine(line, facts))
  const missing = facts.expected
    .filter(({ key, month, quantity }) => quantity > 0n && !has(facts.submitted, key, month))
    .map(({ key, name }) => about('quantity', key, `${name}: the evidence has it, the invoice leaves it out`))
  return [...lines, ...missing, ...ofVat(facts), ...ofMoney(facts), ...ofAccount(facts)]
}

const about = (code: MatchException['code'], lineKey: string | null, words: string): MatchException => ({
  code,
  lineKey,
  words,
})
const has = (lines: { key: string; month: string }[], key: string, month: string) =>
  lines.some((line) => line.key === key && line.month === month)
const differs = (a: bigint, b: bigint, by: bigint) => (a > b ? a - b : b - a) > by

function ofLine(line: SubmittedLine, { expected, billed, tolerance }: MatchFacts): MatchException[] {
  const { key, month, quantity, netPence } = line
  if (quantity === 0n && netPence === 0n) return []
  const known = expected.find((each) => each.key === key && each.month === month)
  if (!known) return [about('price', key, 'This is no price of the contract')]
  if (billed.has(`${key} ${month}`)) return [about('duplicate-period', key, `${known.name}: another invoice has it`)]
  if (known.quantity === 0n && known.kind !== 'usage')
    return [about('not-live', key, `${known.name}: no day of this month has the word of both sides`)]
  if (quantity !== known.quantity)
    return [about('quantity', key, `${known.name}: ${quantity} submitted, the evidence has ${known.quantity}`)]
  if (!differs(netPence, known.netPence, tolerance)) return []
  const words = `${known.name}: ${poundsWords(netPence)} submitted, the contract has ${poundsWords(known.netPence)}`
  return [about('price', key, words)]
}

/** The VAT of what was submitted, at the rates of the day (M4). */
function ofVat({ expected, submitted, vatPence, tolerance }: MatchFacts): MatchException[] {
  const due = totalsOf(withRates(submitted, expected)).vatPence
  if (!differs(vatPence, due, tolerance)) return []
  return [about('vat', null, `${poundsWords(vatPence)} of VAT submitted, these lines have ${poundsWords(due)}`)]
}

const withRates = (submitted: SubmittedLine[], expected: InvoiceLine[]) =>
  submitted.map((line) => ({
    ...line,
    vatPercent: expected.find(({ key }) => key === line.key)?.vatPercent ?? 0,
  }))

function ofMoney(facts: MatchFacts): MatchException[] {
  const { slices, submitted, vatPence, basis } = facts
  if (slices === undefined)
    return [about('no-commitment-number', null, 'No money was approved for this order in the portal')]
  if (spendingPlan(slices, submitted, vatPence, basis)) return []
  const left = slices.reduce((sum, { leftPence }) => sum + leftPence, 0n)
  return [
    about('over-commitment', null, `This is more than is committed for its year: ${poundsWords(left)} is left in all`),
  ]
}

const ofAccount = ({ accountConfirmed }: MatchFacts): MatchException[] =>
  accountConfirmed
    ? []
    : [about('bank-details', null, 'A second person of the supplier has not confirmed the account for payouts (V4)')]

export type PlannedSpend = { fundingRequestId: string; budgetLineId: string; pence: bigint }

/**
 * From which slices an invoice is paid: each line from those of its own financial year, on the VAT basis of the budget, one
 * after the other until nothing is left. Undefined where a year does not hold enough (B4).
 */
export function spendingPlan(
  slices: LivingSlice[],
  lines: { month: string; netPence: bigint }[],
  vatPence: bigint,
  basis: 'gross' | 'net',
): PlannedSpend[] | undefined {
  const vat = shareByLargestRemainder(
    vatPence,
    lines.map(({ netPence }) => (netPence > 0n ? netPence : 0n)),
  )
  const due = new Map<number, bigint>()
  for (const [i, { month, netPence }] of lines.entries()) {
    const year = financialYearOf(month)
    due.set(year, (due.get(year) ?? 0n) + netPence + (basis === 'gross' ? vat[i]! : 0n))
  }
  const plan: PlannedSpend[] = []
  for (const [year, pence] of due) {
    let left = pence
    for (const { fundingRequestId, budgetLineId, leftPence } of slices.filter((slice) => slice.year === year)) {
      const part = left < leftPence ? left : leftPence
      if (part > 0n) plan.push({ fundingRequestId, budgetLineId, pence: part })
      left -= part > 0n ? part : 0n
    }
    if (left > 0n) return undefined
  }
  return plan
}
