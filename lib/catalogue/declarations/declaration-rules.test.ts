import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goodAnswers } from '@/prisma/seed/demo-declaration'
import type { Declaration } from './declaration'
import { questions } from './declaration-questions'
import {
  answerProblems,
  assess,
  declarationObstacle,
  declarationStanding,
  lastValidDay,
  outcomeOf,
  reminderDue,
} from './declaration-rules'

const today = '2026-03-02'
const good = goodAnswers('2026-12-31')
const made = (change: Partial<Declaration>): Declaration => ({
  id: 'one',
  supplierId: 'supplier',
  state: 'passed',
  version: 1,
  answers: [],
  sha256: '',
  declaredOn: '2026-01-10',
  validUntil: '2027-01-09',
  declaredById: 'person',
  decidedOn: null,
  reason: null,
  ...change,
})

describe('SUP-3: a declaration', () => {
  it.each([
    ['nothing stands in the way', {}, 'pass'],
    ['a mandatory ground that has ended', { mandatory: 'ended' }, 'review'],
    ['a mandatory ground that continues', { mandatory: 'yes' }, 'fail'],
    ['a discretionary ground', { discretionary: 'yes' }, 'review'],
    ['on the debarment list', { debarred: 'yes' }, 'fail'],
    ['employers’ liability a pound short', { 'employers-liability': '4999999' }, 'review'],
    ['employers’ liability exactly enough', { 'employers-liability': '5000000' }, 'pass'],
    ['no public liability insurance', { 'public-liability': '0' }, 'fail'],
    ['insurance that ends today', { 'insured-until': today }, 'pass'],
    ['insurance that ended yesterday', { 'insured-until': '2026-03-01' }, 'fail'],
    ['nothing published in the toolkit', { dspt: 'none' }, 'fail'],
    ['data elsewhere under safeguards', { location: 'safeguards' }, 'review'],
    ['data elsewhere without safeguards', { location: 'elsewhere' }, 'fail'],
    ['no clinical safety officer', { 'safety-officer': 'no' }, 'fail'],
    ['no accessibility statement', { 'accessibility-statement': '' }, 'review'],
    ['hospitality that is registered', { inducements: 'recorded' }, 'review'],
    ['inducements', { inducements: 'yes' }, 'fail'],
    ['one thing to look at and one that fails', { conflicts: 'yes', debarred: 'yes' }, 'fail'],
  ])('%s: %o → %s', (_, change, outcome) => {
    expect(assess(questions, { ...good, ...change } as never, today).outcome).toBe(outcome)
  })

  it('is as good as its worst answer, whatever is answered', () => {
    const anything = fc.record(
      Object.fromEntries(
        questions.map((q) => [
          q.id,
          fc.constantFrom('', 'junk', '2026-12-31', '9999999', ...Object.keys(q.options ?? {})),
        ]),
      ),
    )
    fc.assert(
      fc.property(anything, (raw) => {
        const { outcome, answers } = assess(questions, raw, today)
        const own = questions.map((question) => outcomeOf(question, raw[question.id]!, today))
        const worst = own.includes('fail') ? 'fail' : own.includes('review') ? 'review' : 'pass'
        expect([outcome, answers.map((a) => a.outcome)]).toEqual([worst, own])
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps the question and the answer in words', () => {
    const { answers } = assess(questions, { ...good, conflicts: 'yes', 'conflicts-detail': 'A director' }, today)
    expect(answers.find((a) => a.id === 'conflicts')).toMatchObject({ answer: 'Yes', detail: 'A director' })
  })

  it('is refused at the question that is open, unknown or unexplained', () => {
    expect(answerProblems(questions, good)).toEqual({})
    expect(answerProblems(questions, { ...good, office: '' })).toEqual({ office: ['Enter an answer'] })
    expect(answerProblems(questions, { ...good, debarred: '' })).toEqual({ debarred: ['Choose an answer'] })
    expect(answerProblems(questions, { ...good, debarred: 'toString' })).toEqual({
      debarred: ['Choose one of the answers'],
    })
    expect(answerProblems(questions, { ...good, indemnity: '£2m' })).toEqual({
      indemnity: ['Enter a sum in whole pounds, in figures only'],
    })
    expect(answerProblems(questions, { ...good, 'insured-until': '2026-02-30' })).toEqual({
      'insured-until': ['Enter a real date'],
    })
    expect(answerProblems(questions, { ...good, conflicts: 'yes' })).toEqual({
      'conflicts-detail': ['Explain this in at least 20 characters'],
    })
  })
})

describe('what the declarations of a supplier say on a day', () => {
  it('twelve months are valid, the last day included', () => {
    expect(lastValidDay('2026-01-10')).toBe('2027-01-09')
    expect(lastValidDay('2024-02-29')).toBe('2025-02-27')
    expect(declarationStanding([made({})], '2027-01-09')).toMatchObject({ kind: 'valid', daysLeft: 0 })
    expect(declarationStanding([made({})], '2027-01-10').kind).toBe('expired')
  })

  it('a newer one that waits takes nothing away; one that failed does', () => {
    const old = made({})
    expect(declarationStanding([made({ state: 'in-review' }), old], today).kind).toBe('valid')
    expect(declarationStanding([made({ state: 'failed' }), old], today).kind).toBe('failed')
    expect(declarationStanding([made({ state: 'in-review' })], today).kind).toBe('in-review')
    expect(declarationStanding([], today).kind).toBe('none')
  })

  it('only a valid one lets a supplier submit', () => {
    expect(declarationObstacle(declarationStanding([made({})], today))).toBeUndefined()
    for (const standing of [
      [],
      [made({ state: 'failed' })],
      [made({ state: 'in-review' })],
      [made({ validUntil: '2026-03-01' })],
    ])
      expect(declarationObstacle(declarationStanding(standing, today))).toMatch(/^(Make|Your)/)
  })

  it('reminds at 60, 30 and 7 days, at each bound once', () => {
    expect([61, 60, 31, 30, 8, 7, 0, -1].map(reminderDue)).toEqual([undefined, 60, 60, 30, 30, 7, 7, undefined])
  })
})
