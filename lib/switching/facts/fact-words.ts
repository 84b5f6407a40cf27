import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { StatedFact } from './fact'
import { definitionOf, isFactKind } from './fact-kinds'

/** What is stated, field by field, in words. */
export function factWords({ kind, value }: StatedFact): string {
  if (!isFactKind(kind)) return ''
  return Object.entries(definitionOf(kind).fields)
    .map(([name, field]) => {
      const given = value[name]
      if (given === undefined) return `${field.label}: not stated`
      if (field.type === 'day') return `${field.label}: ${dayWords(String(given))}`
      if (field.type === 'pounds') return `${field.label}: ${poundsWords(BigInt(given))}`
      if (field.type === 'choice') return `${field.label}: ${field.options[String(given)] ?? given}`
      return `${field.label}: ${typeof given === 'number' ? given.toLocaleString('en-GB') : given}`
    })
    .join('; ')
}

/** The title of a statement, with its number where there may be several. */
export const factTitle = ({ kind, item }: Pick<StatedFact, 'kind' | 'item'>): string =>
  isFactKind(kind) ? `${definitionOf(kind).title}${item ? ` ${item}` : ''}` : kind
