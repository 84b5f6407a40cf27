import { canonicalText } from '../json/canonical-text'
import { isArray, isNumber, type Json, JsonNumber, type JsonObject, textAt } from '../json/json'
import { type CodeTable, mapCoding } from './code-table'
import { holdersOf, isMeant, removeAt, replaceAt } from './rule-path'
import type { Rule } from './rule-schema'
import { scaleDecimal } from './scale-decimal'

/** A rule with what it needs at hand. */
export type ReadyRule = Rule & { codes?: CodeTable }

/**
 * Applies one rule to a resource, in place, and tells whether it changed anything (RU-03). Arrays whose order means nothing
 * from now on are added to `unordered`; they keep their order, and the canonical text takes their items sorted.
 */
export function applyRule(rule: ReadyRule, resource: JsonObject, unordered: Set<Json[]>): boolean {
  if (rule.type !== '*' && resource.get('resourceType') !== rule.type) return false
  switch (rule.kind) {
    case 'drop':
      return removeAt(resource, rule.path, () => true)
    case 'rename':
      return rename(resource, rule.path, rule.to)
    case 'value': {
      const from = canonicalText(rule.from)
      return replaceAt(resource, rule.path, (value) => (canonicalText(value) === from ? rule.to : undefined))
    }
    case 'map-code':
      return replaceAt(resource, rule.path, (value) => mapCoding(value, rule.codes ?? new Map()))
    case 'unit':
      return replaceAt(resource, rule.path, (value, holder) =>
        value === rule.from && isQuantity(holder) ? rule.to : undefined,
      )
    case 'scale':
      return replaceAt(resource, rule.path, (value) => scale(value, rule.factor))
    case 'filter-coding':
      return removeAt(resource, rule.path, (value) => textAt(value, 'system') === rule.system)
    case 'unordered':
      return markUnordered(resource, rule.path, unordered)
    case 'type':
      resource.set('resourceType', rule.to)
      return true
  }
}

/** A telephone number and an identifier have a system and a value too, but theirs is a text. */
const isQuantity = (holder: JsonObject): boolean => isNumber(holder.get('value')) || holder.has('unit')

function rename(resource: JsonObject, path: string, to: string): boolean {
  let changed = false
  const { holders, last } = holdersOf(resource, path)
  for (const holder of holders) {
    const value = holder.get(last.field)!
    if (holder.has(to) || !isMeant(value, last)) continue
    holder.delete(last.field)
    holder.set(to, value)
    changed = true
  }
  return changed
}

function scale(value: Json, factor: string): Json | undefined {
  const scaled = isNumber(value) ? scaleDecimal(value.text, factor) : undefined
  return scaled === undefined || (isNumber(value) && scaled === value.text) ? undefined : new JsonNumber(scaled)
}

function markUnordered(resource: JsonObject, path: string, unordered: Set<Json[]>): boolean {
  let changed = false
  const { holders, last } = holdersOf(resource, path)
  for (const holder of holders) {
    const value = holder.get(last.field)
    if (!isArray(value)) continue
    unordered.add(value)
    changed ||= canonicalText(value, unordered) !== canonicalText(value)
  }
  return changed
}
