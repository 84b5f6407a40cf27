import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { Market } from './market'
import { type Column, type Entry, type Program, pounds, type Row } from './program'
import * as id from './row-ids'
import { row } from './rule-rows'

/**
 * Budgets over the term and by financial year (C-BUD, C-BUDY). The solver's rows leave a little room, because its numbers are
 * not exact: a plan that fits to the penny is never lost, and one that does not is thrown out by the check (EX-4).
 */
export function budgetRows(market: Market, program: Program): Row[] {
  const { budgetPence, yearlyBudgets } = market.choice.limits
  const whole =
    budgetPence === null
      ? []
      : [
          budgetRow(
            id.budget,
            `your budget of ${poundsWords(BigInt(budgetPence))}`,
            program,
            budgetPence,
            program.offset,
            (c) => c.cost,
          ),
        ]
  const years = [...yearlyBudgets]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap(({ from, pence }) => {
      const year = market.years.indexOf(from)
      if (year === -1) return []
      const words = `your budget of ${poundsWords(BigInt(pence))} for the year from ${dayWords(from)}`
      return [budgetRow(id.yearBudget(from), words, program, pence, program.offsetYears[year]!, (c) => c.years[year]!)]
    })
  return [...whole, ...years]
}

function budgetRow(
  group: string,
  words: string,
  { columns }: Program,
  pence: string,
  offset: number,
  costOf: (column: Column) => number,
): Row {
  const budget = pounds(BigInt(pence))
  const entries = columns.flatMap((column, c): Entry[] => (costOf(column) === 0 ? [] : [[c, costOf(column)]]))
  return row(group, words, 'wish', { upper: budget - offset + roomFor(budget), entries })
}

/** Pounds: more than the solver's own inexactness, and than the rounding of lines that share a tier. */
export const roomFor = (amount: number): number => Math.max(1, Math.abs(amount) * 1e-5)
