import { addDays, addMonths, type Day, daysBetween, isDay } from '@/lib/platform/days'
import type { AnsweredQuestion, Declaration, DeclarationOutcome, DeclarationStanding } from './declaration'
import { type Condition, explanationOf, type Question } from './declaration-questions'

export type RawAnswers = Record<string, string>
export type Assessment = { outcome: DeclarationOutcome; answers: AnsweredQuestion[] }

/** Whether `answer` meets a condition on that day. Sums are whole pounds. */
export function holds(condition: Condition, answer: string, today: Day): boolean {
  if ('oneOf' in condition) return condition.oneOf.includes(answer)
  if ('filled' in condition) return answer !== ''
  if ('matches' in condition) return condition.matches.test(answer)
  if ('atLeastPounds' in condition) return /^\d+$/.test(answer) && Number(answer) >= condition.atLeastPounds
  if ('notBeforeToday' in condition) return isDay(answer) && answer >= today
  return true
}

/** Passes, waits for a person, or fails: what the question says of one answer. */
export function outcomeOf({ passIf, reviewIf }: Question, answer: string, today: Day): DeclarationOutcome {
  if (holds(passIf, answer, today)) return 'pass'
  return reviewIf && holds(reviewIf, answer, today) ? 'review' : 'fail'
}

/** Every answer by its own question; the whole is as good as its worst answer (SUP-3). Answers are trimmed text by question id. */
export function assess(questions: Question[], raw: RawAnswers, today: Day): Assessment {
  const answers = questions.map((question): AnsweredQuestion => {
    const answer = raw[question.id] ?? ''
    return {
      id: question.id,
      section: question.section,
      question: question.text,
      answer: question.options?.[answer] ?? answer,
      detail: raw[explanationOf(question.id)] || null,
      outcome: outcomeOf(question, answer, today),
    }
  })
  const worst = (['fail', 'review'] as const).find((outcome) => answers.some((a) => a.outcome === outcome))
  return { outcome: worst ?? 'pass', answers }
}

/** What cannot be taken in at all: a question left open, an unknown choice, a sum that is none. Question id → reason. */
export function answerProblems(questions: Question[], raw: RawAnswers): Record<string, string[]> {
  const problems: Record<string, string[]> = {}
  for (const question of questions) {
    const answer = raw[question.id] ?? ''
    const detail = raw[explanationOf(question.id)] ?? ''
    const wrong = problemOf(question, answer)
    if (wrong) problems[question.id] = [wrong]
    if (question.explain?.includes(answer) && detail.length < 20)
      problems[explanationOf(question.id)] = ['Explain this in at least 20 characters']
  }
  return problems
}

function problemOf({ kind, options, optional }: Question, answer: string): string | undefined {
  if (answer === '') return optional ? undefined : kind === 'choice' ? 'Choose an answer' : 'Enter an answer'
  if (kind === 'choice') return Object.hasOwn(options ?? {}, answer) ? undefined : 'Choose one of the answers'
  if (kind === 'pounds') return /^\d{1,12}$/.test(answer) ? undefined : 'Enter a sum in whole pounds, in figures only'
  if (kind === 'day') return isDay(answer) ? undefined : 'Enter a real date'
  return undefined
}

/** The last day of the twelve months that begin on that day. */
export const lastValidDay = (declaredOn: Day): Day => addDays(addMonths(declaredOn, 12), -1)

/**
 * What a supplier's declarations say on a day. The newest one that is decided counts; a newer one that still waits for the
 * authority takes nothing away until it is answered. Pass them newest first.
 */
export function declarationStanding(declarations: Declaration[], today: Day): DeclarationStanding {
  const decided = declarations.find((declaration) => declaration.state !== 'in-review')
  if (!decided) return declarations[0] ? { kind: 'in-review', declaration: declarations[0] } : { kind: 'none' }
  if (decided.state === 'failed') return { kind: 'failed', declaration: decided }
  return decided.validUntil >= today
    ? { kind: 'valid', declaration: decided, daysLeft: daysBetween(today, decided.validUntil) }
    : { kind: 'expired', declaration: decided }
}

/** Why a supplier may not submit or offer on that day; undefined where it may. */
export function declarationObstacle(standing: DeclarationStanding): string | undefined {
  if (standing.kind === 'valid') return undefined
  return {
    none: 'Make your declaration first: a signatory answers its questions once a year',
    expired: 'Your declaration has expired: a signatory must make it again',
    failed: 'Your last declaration failed: a signatory must make it again when the answers have changed',
    'in-review': 'Your declaration is with the authority: wait for its answer',
  }[standing.kind]
}

/** Days before the end on which the signatories are reminded. */
export const reminderDays = [60, 30, 7] as const

/** The reminder that is due with so many days left: the nearest bound that is reached; undefined before the first and after the end. */
export const reminderDue = (daysLeft: number): number | undefined =>
  daysLeft < 0 ? undefined : [...reminderDays].reverse().find((bound) => daysLeft <= bound)
