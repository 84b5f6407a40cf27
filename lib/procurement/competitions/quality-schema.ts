import { parsePounds } from '@/lib/platform/money'
import type { ElementKind, QualityGuide } from './competition'

/** The scores to which a worth is given; 1 is "not met" and worth nothing. */
export const valuedLevels = [2, 3, 4, 5] as const
const mostPence = 10_000_000_000n

/** The field of the form in which the worth of one score of one element stands. */
export const worthField = (kind: ElementKind, level: number): string => `worth-${kind}-${level}`

/**
 * Reads least quality and worth in pounds from the form (ABS-1, ABS-3). Where any worth is given, each element that counts needs
 * all of them, a better score is never worth less, and none is above £100 million. Faults go to `needs` by field.
 * @returns null where nothing is said.
 */
export function qualityOfForm(
  form: Record<string, unknown>,
  kinds: ElementKind[],
  needs: (field: string, message: string) => void,
): QualityGuide | null {
  const typed = (field: string) => (typeof form[field] === 'string' ? (form[field] as string).trim() : '')
  const floor = typed('quality-floor') === '' ? null : Number(typed('quality-floor'))
  if (floor !== null && ![1, 2, 3, 4, 5].includes(floor)) needs('quality-floor', 'Choose a score from 1 to 5, or none')
  const isValued = kinds.some((kind) => valuedLevels.some((level) => typed(worthField(kind, level)) !== ''))
  const values = isValued ? kinds.map((kind) => ({ kind, pence: worthOf(kind, typed, needs) })) : []
  return floor === null && values.length === 0 ? null : { floor, values }
}

function worthOf(
  kind: ElementKind,
  typed: (field: string) => string,
  needs: (field: string, message: string) => void,
): string[] {
  const pence = ['0']
  for (const level of valuedLevels) {
    const field = worthField(kind, level)
    const worth = parsePounds(typed(field))
    if (worth === undefined || worth > mostPence) needs(field, 'Enter pounds up to £100,000,000, such as 2,500')
    else if (worth < BigInt(pence.at(-1)!)) needs(field, 'A better score is not worth less than a weaker one')
    pence.push((worth ?? 0n).toString())
  }
  return pence
}
