import type { Reason } from '../choice'
import type { Market } from '../model/market'
import type { Program, Row } from '../model/program'
import { findBest, type Search } from '../solve/find-best'
import { smallestConflict, type Verdict } from './smallest-conflict'

export type Conflict = { reasons: Reason[]; isSmallest: boolean }

/**
 * Why there is no plan (INF-1 to INF-6): a set of the buyer's wishes that cannot hold together and of which every member is
 * necessary, what giving each up would cost, and the facts of the market that make it so. `lastChanged`: rules that the person
 * changed last, blamed first where they can be (INF-3).
 */
export function findConflict(search: Search, lastChanged: string[] = []): Conflict {
  const { rows } = search.program
  const wishes = inBlameOrder(groupsOf(rows, 'wish'), lastChanged)
  const facts = groupsOf(rows, 'fact')
  const found = smallestConflict(wishes, (kept) => verdictOn(search, [...kept, ...facts]))
  const named = found.isSmallest
    ? smallestConflict(facts, (kept) => verdictOn(search, [...kept, ...found.members]))
    : { members: [], isSmallest: false }
  const reasons = [...found.members].reverse().map((group) => {
    const canDrop = mayGiveUp(search.market, group)
    return { ...reason(rows, group, canDrop), costWithoutPence: canDrop ? costWithout(search, group) : null }
  })
  return {
    reasons: [...reasons, ...named.members.map((group) => reason(rows, group, false))],
    isSmallest: found.isSmallest && named.isSmallest,
  }
}

/** Least blame first: gates and what is avoided, then limits, then needs; what was changed last at the end. */
function inBlameOrder(groups: string[], lastChanged: string[]): string[] {
  const rank = (group: string) =>
    lastChanged.includes(group) ? order.length : order.findIndex((start) => group.startsWith(start))
  return [...groups].sort((a, b) => rank(a) - rank(b))
}
const order = ['C-GATE', 'C-AVOID', 'C-FLOOR', 'C-DROP', 'C-KEEP', 'C-COVER', 'C-BUDY', 'C-BUD', 'ASKED']

/** A gate may be given up only where the buyer's own wish put it there; what a question asked for stays asked. */
function mayGiveUp(market: Market, group: string): boolean {
  if (group.startsWith('ASKED')) return false
  const [, moduleId] = /^C-GATE:(.*)$/.exec(group) ?? []
  if (moduleId === undefined) return true
  return market.modules.some(({ id, gates }) => id === moduleId && gates.every((gate) => !gate || gate.isWish))
}

function verdictOn(search: Search, kept: string[]): Verdict {
  const active = new Set(kept)
  const program = withOnly(search.program, active)
  const { best, isProven } = findBest({
    ...search,
    program: kept.some((group) => group.startsWith('C-BUD')) ? program : withoutCosts(program),
    isActive: (group) => active.has(group),
    firstWillDo: true,
  })
  return best ? 'possible' : isProven ? 'conflict' : 'unknown'
}

function costWithout(search: Search, group: string): string | null {
  const active = new Set(search.program.rows.map((row) => row.group).filter((other) => other !== group))
  const program = withOnly(search.program, active)
  const { best, isProven } = findBest({ ...search, program, isActive: (other) => active.has(other) })
  return best && isProven ? best.cost.pence.toString() : null
}

const withOnly = (program: Program, active: Set<string>): Program => ({
  ...program,
  rows: program.rows.filter(({ kind, group }) => kind === 'structure' || active.has(group)),
})

const withoutCosts = (program: Program): Program => ({
  ...program,
  offset: 0,
  columns: program.columns.map((column) => ({ ...column, cost: 0 })),
})

const groupsOf = (rows: Row[], kind: Row['kind']): string[] => [
  ...new Set(rows.filter((row) => row.kind === kind).map(({ group }) => group)),
]

function reason(rows: Row[], group: string, canDrop: boolean): Reason {
  return { id: group, words: rows.find((row) => row.group === group)!.words, canDrop, costWithoutPence: null }
}
