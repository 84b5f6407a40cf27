import type { Outcome } from '../choice'
import { findConflict } from '../conflict/find-conflict'
import type { Entry } from '../model/program'
import { asked } from '../model/row-ids'
import { row } from '../model/rule-rows'
import { findBest, type Search } from '../solve/find-best'
import { shownPlan } from './shown-plan'

/**
 * Why a module is not in the best plan (RES-5): the best plan with it, so that the difference can be said; or, where there is
 * none, the conflict. Where practices may differ, one that takes it is enough.
 */
export function whyNot(search: Search, moduleId: string): NonNullable<Outcome['whyNot']> {
  const { market, program } = search
  const place = market.modules.findIndex(({ id }) => id === moduleId)
  if (place === -1) return { moduleId, plan: null, conflict: [reasonUnknown(search, moduleId)] }
  const { length } = market.sites
  const entries = market.sites.map((_, s): Entry => [place * length + s, 1])
  const forced = row(asked(moduleId), `you ask for ${market.modules[place]!.name}`, 'wish', { lower: 1, entries })
  const askedFor = { ...search, program: { ...program, rows: [...program.rows, forced] } }
  const { best, isProven } = findBest(askedFor)
  if (best) return { moduleId, plan: shownPlan(market, best), conflict: [] }
  return { moduleId, plan: null, conflict: isProven ? findConflict(askedFor).reasons : [] }
}

function reasonUnknown({ market }: Search, moduleId: string) {
  const unpriced = market.withoutPrice.find((candidate) => candidate.moduleId === moduleId)
  const words = unpriced ? `${unpriced.name}: no price` : 'this module is not among those that were looked at'
  return { id: `C-GATE:${moduleId}`, words, canDrop: false, costWithoutPence: null }
}
