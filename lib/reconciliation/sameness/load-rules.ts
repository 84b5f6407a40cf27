import { join } from 'node:path'
import type { Side } from '../compare/side'
import { canonicalText } from '../json/canonical-text'
import type { Json, JsonObject } from '../json/json'
import { applyRule, type ReadyRule } from './apply-rule'
import { readCodeTable } from './code-table'
import { copyJson } from './copy-json'
import { protectionProblem } from './protected-paths'
import type { Rule } from './rule-schema'

export type AppliedRules = { rules: string[]; unordered: Set<Json[]> }
export type LoadedRules = {
  typeName: (side: Side, type: string) => string
  apply: (side: Side, resource: JsonObject) => AppliedRules
}
export type LoadingRules = ({ ok: true } & LoadedRules) | { ok: false; because: string }

/**
 * Makes rules ready: refuses an id that stands twice, a protected path (RU-04), a table that is not the declared one, and an
 * example that does not come out (RU-01). Tables lie in `folder`; `systems` are those that patients are known by.
 */
export function loadRules(rules: Rule[], folder: string, systems: string[]): LoadingRules {
  const ready: ReadyRule[] = []
  for (const [at, rule] of rules.entries()) {
    const refuse = (because: string): LoadingRules => ({ ok: false, because: `rules.${at} (${rule.id}): ${because}` })
    if (rules.findIndex(({ id }) => id === rule.id) < at) return refuse('this id stands before')
    const problem = protectionProblem(rule, namesOf(rule.type, rules), systems)
    if (problem !== undefined) return refuse(problem)
    let complete: ReadyRule = rule
    if (rule.kind === 'map-code') {
      const read = readCodeTable(join(folder, rule.table), rule.sha256)
      if (!read.ok) return refuse(`table: ${read.because}`)
      complete = { ...rule, codes: read.table }
    }
    const failing = rule.examples.findIndex(({ before, after }) => !comesOut(complete, before, after))
    if (failing >= 0) return refuse(`examples.${failing}: the rule does not make "after" of "before"`)
    ready.push(complete)
  }
  const ofSide = {
    source: ready.filter(({ side }) => side !== 'target'),
    target: ready.filter(({ side }) => side !== 'source'),
  }
  return {
    ok: true,
    typeName: (side, type) =>
      ofSide[side].reduce((name, rule) => (rule.kind === 'type' && rule.type === name ? rule.to : name), type),
    apply: (side, resource) => {
      const unordered = new Set<Json[]>()
      const changed = ofSide[side].filter((rule) => applyRule(rule, resource, unordered))
      return { rules: changed.map(({ id }) => id), unordered }
    },
  }
}

function comesOut(rule: ReadyRule, before: JsonObject, after: JsonObject): boolean {
  const [made, wanted] = [copyJson(before) as JsonObject, copyJson(after) as JsonObject]
  const [unordered, alsoUnordered] = [new Set<Json[]>(), new Set<Json[]>()]
  applyRule(rule, made, unordered)
  // Of an unordered array both orders are the same: the wanted resource is read as the rule reads it.
  if (rule.kind === 'unordered') applyRule(rule, wanted, alsoUnordered)
  return canonicalText(made, unordered) === canonicalText(wanted, alsoUnordered)
}

/** The type and all names that rules make of it or make it of. */
function namesOf(type: string, rules: Rule[]): string[] {
  const names = new Set([type])
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const rule of rules)
      if (rule.kind === 'type' && (names.has(rule.type) || names.has(rule.to))) names.add(rule.type).add(rule.to)
  }
  return [...names]
}
