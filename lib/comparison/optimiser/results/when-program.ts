import { inYears, ownCost, total } from '../cost/plan-cost'
import type { Charge } from '../cost/year-rules'
import { budgetRows } from '../model/budget-rows'
import type { Market } from '../model/market'
import { type Column, type Entry, type Program, pounds, type Row } from '../model/program'
import { row } from '../model/rule-rows'
import type { Quarter } from './quarters'
import { leavingAt, newRun } from './timeline-cost'

/** Where the column of a module in a quarter stands; undefined where it may not run. */
export type Places = (number | undefined)[][]

/**
 * The model with time (MOD-6): every module may run in each quarter or not, every rule holds in each, a start costs its
 * one-off, leaving costs what is owed from that day. `program` is the model of one decision, whose rows are taken over.
 */
export function whenProgram(
  market: Market,
  program: Program,
  quarters: Quarter[],
): { program: Program; places: Places } {
  const columns: Column[] = []
  const add = (id: string, charges: Charge[], less: Charge[] = [], isInteger = false): number => {
    const years = inYears(market, charges).map((pence, y) => pence - inYears(market, less)[y]!)
    return (
      columns.push({
        id,
        cost: pounds(total(charges) - total(less)),
        years: years.map(pounds),
        upper: 1,
        isInteger,
      }) - 1
    )
  }
  const rows: Row[] = []
  const offset: Charge[] = market.alwaysOwed.flatMap(({ leaving }) => leaving.charges)
  const places = market.modules.map((module, m) => {
    const left = leavingAt(market, module, quarters)
    offset.push(...left[0]!)
    const isRun = module.today.some(Boolean)
    const at = quarters.map((quarter, q) => {
      if (!mayRun(market, m, quarter)) return undefined
      const licence = newRun(market, module, quarter, quarter).filter(({ kind }) => kind === 'licence')
      return add(`x:${module.id}:${q}`, [...licence, ...left[q + 1]!], left[q]!, true)
    })
    rows.push(...startRows(market, m, at, quarters, add))
    // What was left does not come back: its old contract is gone.
    if (isRun)
      for (const [q, x] of at.entries()) if (q > 0 && x !== undefined) rows.push(after(module.id, q, at[q - 1], x))
    return at
  })
  const suppliers = market.suppliers.map(({ id }) =>
    quarters.map(({ from, to, months }, q) => {
      const pence = (ownCost(market).pence * BigInt(months)) / BigInt(market.choice.term.months)
      return add(`u:${id}:${q}`, [{ pence, from, to }])
    }),
  )
  const wishes = market.wishes.map(({ id }) => quarters.map((_, q) => add(`v:${id}:${q}`, [])))
  const byColumn = [...places, ...suppliers, ...wishes]
  for (const [q] of quarters.entries()) rows.push(...rowsAt(program.rows, byColumn, q, q === quarters.length - 1))
  const made: Program = {
    columns,
    rows,
    offset: pounds(total(offset)),
    offsetYears: inYears(market, offset).map(pounds),
  }
  rows.push(...budgetRows(market, made))
  return { program: made, places }
}

/** Neither barred nor avoided; a module of today that may be kept for a time runs until then. */
function mayRun(market: Market, m: number, { to }: Quarter): boolean {
  const module = market.modules[m]!
  if (module.avoided.length > 0) return false
  const until = module.candidate.keepableUntil
  const isKeptOnly = module.today.some(Boolean) && until !== null && until < market.end
  if (!isKeptOnly) return module.gates[0] === undefined
  const isRunByAll = module.today.every(Boolean)
  return to <= until && (isRunByAll || module.candidate.barred === null)
}

/** s ≥ x now − x before: each start costs the one-off. */
function startRows(
  market: Market,
  m: number,
  at: (number | undefined)[],
  quarters: Quarter[],
  add: (id: string, charges: Charge[]) => number,
): Row[] {
  const module = market.modules[m]!
  return at.flatMap((x, q) => {
    if (x === undefined) return []
    const oneOff = newRun(market, module, quarters[q]!, quarters[q]!).filter(({ kind }) => kind === 'one-off')
    if (total(oneOff) === 0n) return []
    const before = q === 0 ? undefined : at[q - 1]
    const entries: Entry[] = [
      [x, 1],
      [add(`s:${module.id}:${q}`, oneOff), -1],
      ...(before === undefined ? [] : [[before, -1] as Entry]),
    ]
    return [row(`START:${module.id}:${q}`, '', 'structure', { upper: 0, entries })]
  })
}

const after = (id: string, q: number, before: number | undefined, now: number): Row =>
  row(`ONCE:${id}:${q}`, '', 'structure', {
    upper: 0,
    entries: [[now, 1], ...(before === undefined ? [] : [[before, -1] as Entry])],
  })

/** The rules of one decision, in one quarter; what must be left must have gone by the last. */
function rowsAt(rows: Row[], byColumn: Places, q: number, isLast: boolean): Row[] {
  return rows
    .filter(({ group }) => !/^C-(BUD|BUDY|GATE|AVOID)\b/.test(group) && (isLast || !group.startsWith('C-DROP')))
    .map((one) => ({
      ...one,
      id: `${one.id}:${q}`,
      entries: one.entries.flatMap(([column, value]): Entry[] => {
        const place = byColumn[column]![q]
        return place === undefined ? [] : [[place, value]]
      }),
    }))
    .filter(({ entries, lower, upper }) => entries.length > 0 || lower > 0 || upper < 0)
}
