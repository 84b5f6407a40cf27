import { dayWords } from '@/lib/platform/days'
import type { FactKind } from '../facts/fact-kinds'
import { type FullFacts, numberIn, stated, textIn } from '../switch-facts'
import { line, type Predicate } from './predicate'

type Say = { id: string; sentence: string; owner: string }

/** What a statement says, as a signature binds it; null while nothing is stated. */
export const readOf = (facts: FullFacts, ...kinds: FactKind[]): unknown =>
  kinds.map((kind) => {
    const fact = stated(facts, kind)
    return fact ? { kind, id: fact.id, value: fact.value } : { kind, id: null }
  })

/** A line that holds as soon as the statement stands. */
export function isStated(facts: FullFacts, kind: FactKind, say: Say, because: string): Predicate {
  return line({ ...say, read: readOf(facts, kind) }, stated(facts, kind) !== undefined, because)
}

/** A line that holds when two numbers of one statement are equal and there is something to count. */
export function countsAgree(
  facts: FullFacts,
  kind: FactKind,
  [whole, part]: [string, string],
  say: Say,
  because: { missing: string; short: (missing: number) => string },
  least = 0,
): Predicate {
  const fact = stated(facts, kind)
  const [all, done] = [numberIn(fact, whole), numberIn(fact, part)]
  const known = all !== undefined && done !== undefined && all >= least
  return line(
    { ...say, read: readOf(facts, kind) },
    known && done >= all,
    known ? because.short(all - done) : because.missing,
  )
}

/** A line that holds when no more of what a statement counts is left. */
export function noneLeft(facts: FullFacts, kind: FactKind, fields: string[], say: Say, missing: string): Predicate {
  const fact = stated(facts, kind)
  const left = fields.reduce((sum, field) => sum + (numberIn(fact, field) ?? 0), 0)
  return line(
    { ...say, read: readOf(facts, kind) },
    fact !== undefined && left === 0,
    fact ? `${left.toLocaleString('en-GB')} are left` : missing,
  )
}

/** A day of a statement in words, or that it is not known. */
export const dayInWords = (facts: FullFacts, kind: FactKind, field: string): string => {
  const day = textIn(stated(facts, kind), field)
  return day ? dayWords(day) : 'a day that is not stated'
}
