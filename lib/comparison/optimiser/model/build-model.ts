import { sha256Hex } from '@/lib/platform/canonical-json'
import { inYears, ownCost, total } from '../cost/plan-cost'
import { budgetRows } from './budget-rows'
import { pickColumns } from './columns'
import type { Market } from './market'
import { mostPounds, type Program, pounds } from './program'
import { factRows, wishRows } from './rule-rows'
import { tierParts } from './tier-columns'

/**
 * The exact model of a market (design §2): taken modules, used suppliers, fulfilled wishes, price tiers where practices may
 * differ; every rule a row with its id and words. The same market gives the same program, to the byte.
 */
export function buildModel(market: Market): Program {
  const { columns, offset } = pickColumns(market)
  const places = { firstSupplier: columns.length, firstWish: columns.length + market.suppliers.length }
  const own = ownCost(market)
  for (const { id } of market.suppliers)
    columns.push({
      id: `u:${id}`,
      cost: pounds(own.pence),
      years: inYears(market, [own]).map(pounds),
      upper: 1,
      isInteger: false,
    })
  for (const { id } of market.wishes)
    columns.push({ id: `v:${id}`, cost: 0, years: market.years.map(() => 0), upper: 1, isInteger: false })
  const tiers = tierParts(market, columns)
  const program: Program = {
    columns,
    rows: [...wishRows(market, places), ...factRows(market, places), ...tiers],
    offset: pounds(total(offset)),
    offsetYears: inYears(market, offset).map(pounds),
  }
  program.rows.push(...budgetRows(market, program))
  return program
}

/** What is in the way of solving it: a size or a number beyond the limits (MOD-5, EX-1), in words; undefined where nothing is. */
export function faultOf(market: Market, program: Program): string | undefined {
  const { modules, needs, wishes, sites } = market
  const narrow = 'narrow hosting or suppliers'
  if (modules.length > 1_000) return `${modules.length} modules are more than 1,000: ${narrow}`
  if (needs.length > 60) return `${needs.length} needs are more than 60`
  if (wishes.length > 150) return `${wishes.length} wishes are more than 150`
  if (sites.length > 10) return `${sites.length} practices that may differ are more than 10: let all take the same`
  if (sites.length > 1 && modules.length > 60)
    return `${modules.length} modules are more than 60, the most for practices that may differ: ${narrow}`
  if (program.rows.length > 20_000 || program.columns.length > 5_000) return `the model is too large: ${narrow}`
  const numbers = [
    ...program.columns.map(({ cost }) => cost),
    program.offset,
    ...program.rows.map(({ upper }) => upper),
  ]
  const tooLarge = numbers.find((n) => Number.isFinite(n) && Math.abs(n) > mostPounds)
  return tooLarge === undefined ? undefined : 'a price or budget is above £1,000,000,000'
}

/** SHA-256 over the whole program: two runs of one choice have solved the same model. */
export const modelSha256 = (program: Program): string =>
  sha256Hex(
    JSON.stringify([
      program.offset,
      program.columns.map((c) => [c.id, c.cost, c.upper, c.isInteger]),
      program.rows.map((r) => [r.id, String(r.lower), String(r.upper), r.entries]),
    ]),
  )
