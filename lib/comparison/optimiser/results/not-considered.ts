import type { Outcome } from '../choice'
import { byId, type Market } from '../model/market'

/** Modules that no plan can hold, each with the reason: no price, barred, avoided (MOD-4, C-GATE, C-AVOID). */
export function notConsidered(market: Market): Outcome['notConsidered'] {
  const unpriced = market.withoutPrice.map(({ moduleId, name }) => ({ id: moduleId, name, why: 'no price' }))
  const barred = market.modules.flatMap(({ id, name, gates, avoided }) => {
    const [gate] = gates
    if (avoided.length > 0) return [{ id, name, why: avoided.map(({ words }) => words).join('; ') }]
    return gate && gates.every(Boolean) ? [{ id, name, why: gate.words }] : []
  })
  return [...unpriced, ...barred].sort(byId).map(({ id, name, why }) => ({ moduleId: id, name, why }))
}
