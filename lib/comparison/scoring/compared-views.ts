import type { AddressParameters } from '@/lib/catalogue/module-filter-rules'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { parsePounds } from '@/lib/platform/money'
import type { ComparedFor } from '../comparison'
import { partsOverTerm } from '../price-cell-rules'
import { wholeLifePence } from './absolute-rules'
import { type AbsoluteView, absoluteView, type NamedOption } from './absolute-words'
import { bandOf } from './scoring-rules'

/** What a reader typed of quality: points by module id, the least that is enough, and what a point is worth in pence. */
export type Judged = { points: Record<string, bigint>; floor: bigint | null; worthPence: bigint | null }
export type ComparedViews = {
  view: AbsoluteView
  bands: Record<string, number>
  /** Modules that cannot be ranked, each with the reason in words. */
  without: { name: string; why: string }[]
}
export const mostPoints = 100

/** The field of the address that holds the points of a module. */
export const pointsField = (moduleId: string): string => `q-${moduleId}`

/** Reads the reader's own judgement from an address; what is no whole number from 0 to 100 counts as not given. */
export function judgedOf(parameters: AddressParameters, moduleIds: string[]): Judged {
  const typed = (name: string) => [parameters[name] ?? ''].flat()[0]!.trim()
  const whole = (name: string) =>
    /^\d{1,3}$/.test(typed(name)) && Number(typed(name)) <= mostPoints ? typed(name) : null
  const points = moduleIds.flatMap((id) => {
    const given = whole(pointsField(id))
    return given === null ? [] : [[id, BigInt(given)] as const]
  })
  const floor = whole('floor')
  return {
    points: Object.fromEntries(points),
    floor: floor === null ? null : BigInt(floor),
    worthPence: parsePounds(typed('worth')) ?? null,
  }
}

/**
 * Compared modules in the absolute views (ABS-1 to ABS-3), at list price for the reader's list and term, with their price bands
 * beside them (COM-7). Undefined where no term is given or no price can be known.
 */
export function comparedViews(modules: ModuleView[], { patients, term }: ComparedFor, judged: Judged) {
  if (term === null) return undefined
  const without: ComparedViews['without'] = []
  const options = modules.flatMap(({ id, listing: { name }, prices, standing }): NamedOption[] => {
    const parts = isOffSale(standing) ? undefined : partsOverTerm(prices, patients, term)
    if (!parts || parts.byUse) {
      without.push({
        name,
        why: isOffSale(standing) ? 'not on sale' : parts ? 'its price depends on use' : 'no price known',
      })
      return []
    }
    const { licence, oneOff } = parts
    const points = judged.points[id] ?? null
    const worthPence = judged.worthPence === null || points === null ? null : judged.worthPence * points
    return [{ id, name, cost: { licence, oneOff, leaving: null, overlap: null }, meetsMusts: true, points, worthPence }]
  })
  if (options.length === 0) return undefined
  const costs = options.map(({ cost }) => wholeLifePence(cost))
  const low = costs.reduce((a, b) => (b < a ? b : a))
  const bands = Object.fromEntries(options.map(({ id }, i) => [id, bandOf(costs[i]!, low)]))
  return { view: absoluteView(options, { floor: judged.floor, pointScale: 1n }), bands, without }
}
