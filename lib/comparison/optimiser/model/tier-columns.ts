import { billableMonths } from '@/lib/catalogue/prices/billable-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import { priceOf } from '@/lib/catalogue/prices/price-rules'
import { isKnownBeforehand, unitsOf } from '../cost/new-module-rules'
import { byYear } from '../cost/year-rules'
import type { Market, MarketModule } from './market'
import type { Column, Entry, Row } from './program'
import { row } from './rule-rows'

type Taker = { column: number; units: bigint }
type Line = { market: Market; columns: Column[]; name: string; price: Price; takers: Taker[] }

/**
 * Where practices may differ, the price of a new module hangs on how many patients take it (MOD-3, C-TIER). Adds what each
 * line costs to the columns, with columns of its own for tiers, and answers the rows that tie them.
 */
export function tierParts(market: Market, columns: Column[]): Row[] {
  if (market.sites.length === 1) return []
  return market.modules.flatMap((module, m) =>
    module.lines.flatMap(({ price }, i) => {
      const takers = takersOf(market, module, m, price)
      if (takers.length === 0 || !isKnownBeforehand(price)) return []
      return lineParts({ market, columns, name: `${module.id}:${i}`, price, takers })
    }),
  )
}

function takersOf(market: Market, module: MarketModule, m: number, price: Price): Taker[] {
  return market.sites.flatMap(({ practices }, s) => {
    const practice = practices[0]!
    if (module.today[practice]) return []
    return [{ column: m * market.sites.length + s, units: unitsOf(price, market.practices[practice]!.patients) }]
  })
}

function lineParts(line: Line): Row[] {
  const { price, takers } = line
  if (price.basis !== 'patient' && price.per === 'order') return onceParts(line, priceOf(price, 1n))
  const most = takers.reduce((sum, { units }) => sum + units, 0n)
  const tiers = price.tiers.filter(({ from }) => from <= most)
  if (tiers.length > 1) return tieredParts(line, most)
  const [only] = tiers
  if (!only) return []
  if (price.mode === 'SingleFixed') return onceParts(line, only.unitPrice)
  for (const { column, units } of takers) addCost(line, line.columns[column]!, inPounds(line, units * only.unitPrice))
  return []
}

/** A sum that falls due once as soon as anybody takes the module: y ≥ x of each that counts anything. */
function onceParts(line: Line, sum: bigint): Row[] {
  const y = newColumn(line, `y:${line.name}`, inPounds(line, sum), 1, true)
  return line.takers
    .filter(({ units }) => units > 0n)
    .map(({ column }) =>
      tie(`C-TIER:${line.name}:${column}`, { upper: 0 }, [
        [column, 1],
        [y, -1],
      ]),
    )
}

/** Σ t ≤ 1; from × t ≤ q ≤ to × t; Σ q = Σ units × x; the cost by the mode of the price. */
function tieredParts(line: Line, most: bigint): Row[] {
  const { price, takers, name } = line
  const tiers = price.tiers.filter(({ from }) => from <= most)
  const places = tiers.map(({ from, unitPrice }, k) => {
    const base = price.mode === 'Cumulative' ? priceOf(price, from - 1n) - (from - 1n) * unitPrice : 0n
    const fixed = price.mode === 'SingleFixed' ? unitPrice : base
    const each = price.mode === 'SingleFixed' ? 0n : unitPrice
    const to = k + 1 < tiers.length ? tiers[k + 1]!.from - 1n : most
    return {
      from: Number(from),
      to: Number(to),
      t: newColumn(line, `t:${name}:${k}`, inPounds(line, fixed), 1, true),
      q: newColumn(line, `q:${name}:${k}`, inPounds(line, each), Number(to), false),
    }
  })
  return [
    tie(
      `C-TIER:${name}:one`,
      { upper: 1 },
      places.map(({ t }): Entry => [t, 1]),
    ),
    ...places.flatMap(({ from, to, t, q }, k) => [
      tie(`C-TIER:${name}:${k}:from`, { upper: 0 }, [
        [t, from],
        [q, -1],
      ]),
      tie(`C-TIER:${name}:${k}:to`, { upper: 0 }, [
        [t, -to],
        [q, 1],
      ]),
    ]),
    tie(`C-TIER:${name}:sum`, { lower: 0, upper: 0 }, [
      ...takers.filter(({ units }) => units > 0n).map(({ column, units }): Entry => [column, -Number(units)]),
      ...places.map(({ q }): Entry => [q, 1]),
    ]),
  ]
}

function newColumn(line: Line, id: string, cost: number, upper: number, isInteger: boolean): number {
  const column = { id, cost: 0, years: line.market.years.map(() => 0), upper, isInteger }
  addCost(line, column, cost)
  return line.columns.push(column) - 1
}

function addCost({ market, price }: Line, column: Column, cost: number): void {
  const { start, end, years } = market
  const whole = 1_000_000_000n
  const shares = byYear({ pence: whole, from: start, to: price.period === 'none' ? start : end }, years)
  column.cost += cost
  for (const [i, share] of shares.entries()) column.years[i]! += (cost * Number(share)) / Number(whole)
}

/** 1/100,000 of a pound a period, over the term, in pounds. */
function inPounds({ market, price }: Line, unitPrice: bigint): number {
  if (price.period === 'none') return Number(unitPrice) / 100_000
  const { numerator, denominator } = billableMonths(market.start, market.end)
  const months = Number(numerator) / Number(denominator)
  return (Number(unitPrice) * (price.period === 'month' ? months : months / 12)) / 100_000
}

const tie = (id: string, bounds: { lower?: number; upper?: number }, entries: Entry[]): Row =>
  row(id, '', 'structure', { ...bounds, entries })
