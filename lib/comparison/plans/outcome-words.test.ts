import { describe, expect, it } from 'vitest'
import { explainedChoice, explainedOutcome, planOf } from '@/lib/testing/outcomes'
import { breakEvenOf, breakEvenWords } from './break-even-rules'
import { coverageOf } from './coverage-rules'
import {
  assumptionsOf,
  changedWords,
  factsWords,
  greedyWords,
  headline,
  perPatientWords,
  statusWords,
  termWords,
  whyNotWords,
} from './outcome-words'
import { shownPlans } from './shown-plans'

const choice = explainedChoice()
const outcome = explainedOutcome()

describe('the worked example in words (§6, §7)', () => {
  it('says what to do and what it costs', () => {
    expect(headline(choice, outcome.plan!)).toBe('Keep P1, add D2: £50,600.00 over three years, £1.69 a patient a year')
    expect(headline(choice, planOf('P2', 'D2'))).toContain('Leave P1, add P2 and D2: £55,427.00')
    expect(headline(choice, planOf('P1'))).toContain('Keep P1, change nothing: £37,800.00')
    const fresh = { ...planOf('P2', 'D2'), left: [] }
    expect(headline(explainedChoice({ today: [] }), fresh)).toContain('Take P2 and D2')
  })
  it('says how sure it is', () => {
    expect(statusWords(choice, outcome)).toBe(
      'Of all combinations of the five modules considered, none covers your three needs for less.',
    )
    const best = explainedOutcome({ status: 'best-so-far', boundPence: '5000000' })
    expect(statusWords(choice, best)).toContain('at most £600.00 above the best possible')
    expect(statusWords(choice, { ...best, boundPence: null })).toContain('not proven')
    expect(statusWords(choice, { ...best, status: 'infeasible' })).toContain('No combination')
    expect(statusWords(choice, { ...best, status: 'undecided' })).toContain('within five seconds')
  })
  it('sets the step-by-step choice beside it', () => {
    expect(greedyWords(choice, outcome)).toContain('£6,627.00 more: P2 + D1 + S1')
    expect(greedyWords(choice, { ...outcome, greedy: outcome.plan })).toContain('costs the same here')
    expect(greedyWords(choice, { ...outcome, greedy: null })).toContain('no plan at all')
    expect(greedyWords(choice, { plan: null, greedy: null })).toBeUndefined()
  })
  it('answers why a module is not in the plan', () => {
    const asked = (plan: ReturnType<typeof planOf> | null) => ({
      plan: outcome.plan,
      whyNot: { moduleId: 'P2', plan, conflict: [] },
    })
    expect(whyNotWords(choice, asked(planOf('P2', 'D1')))).toBe(
      'With P2 the cheapest plan is P2 + D1: £1,927.00 dearer.',
    )
    expect(whyNotWords(choice, asked(null))).toContain('none was ruled out')
    const clash = { id: 'C-BUD', words: 'your budget', canDrop: true, costWithoutPence: null }
    const stuck = { moduleId: 'P2', plan: null, conflict: [clash] }
    expect(whyNotWords(choice, { plan: outcome.plan, whyNot: stuck })).toBe('No plan can hold P2.')
    expect(whyNotWords(choice, { plan: planOf('P2', 'D2'), whyNot: asked(planOf('P2', 'D2')).whyNot })).toContain(
      'is in',
    )
  })
  it('says what is owed less would turn', () => {
    const found = breakEvenOf(choice, outcome)!
    expect([found.owedPence, found.byPence]).toEqual([630_000n, 482_700n])
    expect(breakEvenWords(choice, found)).toBe(
      'P2 + D2 becomes the cheaper plan once the £6,300.00 still owed for P1 shrinks by more than £4,827.00.',
    )
    expect(breakEvenOf(choice, { ...outcome, others: [], frontier: null })).toBeUndefined()
  })
  it('says what a what-if changes', () => {
    const late = planOf('P2', 'D2')
    expect(changedWords(choice, outcome.plan!, late)).toBe('It costs £4,827.00 more, with P2, without P1.')
    expect(changedWords(choice, late, outcome.plan!)).toBe('It costs £4,827.00 less, with P1, without P2.')
    expect(changedWords(choice, late, late)).toBe('It costs the same, with the same modules.')
  })
  it('dates its facts and names what is assumed', () => {
    expect(factsWords(choice)).toContain('as of 1 March 2026')
    expect(assumptionsOf(choice, outcome.plan!)).toEqual(['P1: renewal price assumed'])
  })
  it('says terms in years where they are whole, and nothing a patient where nobody is counted', () => {
    expect([12, 24, 30, 36, 1].map(termWords)).toEqual([
      'one year',
      'two years',
      '30 months',
      'three years',
      'one month',
    ])
    expect(perPatientWords(explainedChoice({ practices: [] }), 1n)).toBeUndefined()
  })
})

describe('plans and needs', () => {
  it('each plan stands once, under one number, with every reason to be shown', () => {
    expect(shownPlans(choice, outcome).map(({ number, name, marks }) => [number, name, ...marks])).toEqual([
      [1, 'P1 + D2', 'best', 'frontier'],
      [2, 'P2 + D2', 'other', 'frontier'],
      [3, 'P2 + D2 + S1', 'frontier'],
      [4, 'P2 + D1 + D2 + S1', 'frontier'],
      [5, 'P2 + D1 + S1', 'step-by-step'],
      [6, 'P1', 'today'],
    ])
  })
  it('coverage: which module meets which need and fulfils which wish', () => {
    const { modules, lines } = coverageOf(choice, outcome.plan!)
    expect(modules.map(({ name }) => name)).toEqual(['P1', 'D2'])
    expect(lines.slice(0, 3).map(({ id, cells }) => [id, ...cells])).toEqual([
      ['C13', true, false],
      ['C5', true, true],
      ['C9', false, true],
    ])
    expect(lines.filter(({ kind, isMet }) => kind === 'wish' && isMet).map(({ id }) => id)).toEqual(['w-d2'])
  })
})
