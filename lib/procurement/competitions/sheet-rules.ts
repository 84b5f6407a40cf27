import { agreedSheet, type Competition, type Criterion, type Score, scoring } from './competition'
import { criteriaOf } from './criteria-rules'

const keyOf = (s: Pick<Score, 'entryId' | 'criterionId' | 'sheet'>) => `${s.sheet}/${s.entryId}/${s.criterionId}`

/** The newest score of each sheet, entry and criterion: the ones that count. */
export function newestScores(scores: Score[]): Map<string, Score> {
  const newest = new Map<string, Score>()
  for (const score of scores) {
    const before = newest.get(keyOf(score))
    if (!before || before.number < score.number) newest.set(keyOf(score), score)
  }
  return newest
}

/** The score that counts on a sheet; undefined where there is none yet. */
export const scoreOn = (
  newest: Map<string, Score>,
  sheet: string,
  entryId: string,
  criterionId: string,
): Score | undefined => newest.get(keyOf({ sheet, entryId, criterionId }))

export type Missing = { sheet: string; entryId: string; criterion: Criterion }

/** What a sheet still lacks: every criterion of every entry is asked for (D3 of the defects). */
export function missingOn(sheet: string, competition: Competition, scores: Score[]): Missing[] {
  const newest = newestScores(scores)
  return competition.entrants.flatMap(({ entryId }) =>
    criteriaOf(competition)
      .filter((criterion) => !scoreOn(newest, sheet, entryId, criterion.id))
      .map((criterion) => ({ sheet, entryId, criterion })),
  )
}

/** Whether every evaluator who scores has scored everything, and there is one: then their scores are seen (A7). */
export function areAllIn(competition: Competition, scores: Score[]): boolean {
  if (criteriaOf(competition).length === 0) return true
  const sheets = scoring(competition.evaluators)
  return sheets.length > 0 && sheets.every(({ id }) => missingOn(id, competition, scores).length === 0)
}

/** Everything that closing the scoring still waits for, first the evaluators', then the agreed scores. */
export function missingToClose(competition: Competition, scores: Score[]): Missing[] {
  if (criteriaOf(competition).length === 0) return []
  const own = scoring(competition.evaluators).flatMap(({ id }) => missingOn(id, competition, scores))
  return [...own, ...missingOn(agreedSheet, competition, scores)]
}

/** Whether a value is one of a criterion's: 1 to 5, or yes and no. */
export const isValueOf = (criterion: Criterion, value: number): boolean =>
  Number.isInteger(value) && (criterion.kind === 'must' ? value === 0 || value === 1 : value >= 1 && value <= 5)
