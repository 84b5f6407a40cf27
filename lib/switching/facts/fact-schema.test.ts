import { describe, expect, it } from 'vitest'
import { completeFacts, withFact } from '@/lib/testing/complete-switch-facts'
import { definitionOf, type FactKind, factKinds } from './fact-kinds'
import { factProblem } from './fact-rules'
import { stateFactForm } from './fact-schema'

const head = { id: '5f0d2c5e-4f5b-4a58-9d0e-6f4d5c3b2a10', version: '3' }
const read = (fields: Record<string, string>) => stateFactForm.safeParse({ ...head, ...fields })
const kinds = Object.keys(factKinds) as FactKind[]

describe('what can be stated', () => {
  it.each(kinds)('%s names who may state it, when, and fields that clash with none of the form', (kind) => {
    const { by, in: states, fields } = definitionOf(kind)
    expect([states.length, Object.keys(fields).length].every((n) => n > 0)).toBe(true)
    // The seal of the evidence states itself (SW-01): nobody can type that hash in.
    expect(by.length > 0).toBe(kind !== 'evidence-pack')
    expect(Object.keys(fields).filter((name) => ['id', 'version', 'kind', 'item'].includes(name))).toEqual([])
  })

  it('is typed field by field: money in pounds is kept in pence', () => {
    const cost = read({ kind: 'switching-cost', exitPence: '£2,928', movePence: '1,500.00' })
    expect(cost.data?.value).toEqual({ exitPence: 292_800, movePence: 150_000 })
    expect(read({ kind: 'survey', gaps: '3', closed: '3' }).data).toMatchObject({ version: 3, item: '' })
  })

  it.each<[string, Record<string, string>]>([
    ['a kind that is none', { kind: 'weather', need: 'x' }],
    ['a field that is missing', { kind: 'survey', gaps: '3' }],
    ['a field that is none of the kind’s', { kind: 'needs', need: 'x', more: 'y' }],
    ['no number', { kind: 'survey', gaps: '3.5', closed: '3' }],
    ['no day', { kind: 'pcse-form', sentOn: '2026-02-30' }],
    ['no time', { kind: 'rollback-deadline', day: '2026-03-01', time: '25:00' }],
    ['no hash', { kind: 'profile-losing', sha256: 'abc' }],
    ['no choice', { kind: 'go-no-go', decision: 'perhaps', decidedOn: '2026-02-26' }],
    ['no words', { kind: 'needs', need: ' ' }],
    ['2,001 letters (SW-07)', { kind: 'needs', need: 'x'.repeat(2_001) }],
    ['what could be an NHS number (SW-06)', { kind: 'needs', need: 'See 943 476 5919' }],
    ['an incident without a number', { kind: 'incident', severity: 'S1', state: 'open', sort: 'other' }],
  ])('refuses %s', (_, fields) => expect(read(fields).success).toBe(false))
})

describe('what the facts forbid to state', () => {
  const problem = (kind: FactKind, value: Record<string, string | number>, facts = completeFacts) => {
    const answer = factProblem(kind, value, facts)
    return answer && answer.refusal.kind === 'invalid' ? Object.keys(answer.refusal.fields) : []
  }
  const dates = { goLiveOn: '2026-06-08', finalExtractOn: '2026-06-05', meetingOn: '2026-05-01', cutover: 'weekend' }

  it('a day to come on which something was done, and a part that is more than its whole', () => {
    expect(problem('pcse-form', { sentOn: '2026-02-28' })).toEqual(['sentOn'])
    expect(problem('smartcards', { cards: 3, tested: 4 })).toEqual(['tested'])
    expect(problem('smartcards', { cards: 4, tested: 3 })).toEqual([])
  })

  it('planned days out of order, a weekend that begins on no Friday, a year without bank holidays (TM-02)', () => {
    expect(problem('dates', dates)).toEqual([])
    expect(problem('dates', { ...dates, goLiveOn: '2026-02-02' })).toEqual(['goLiveOn'])
    expect(problem('dates', { ...dates, finalExtractOn: '2026-06-09' })).toEqual(['finalExtractOn'])
    expect(problem('dates', { ...dates, meetingOn: '2026-06-06' })).toEqual(['meetingOn'])
    expect(problem('dates', { ...dates, finalExtractOn: '2026-06-04' })).toEqual(['finalExtractOn'])
    expect(problem('dates', { ...dates, goLiveOn: '2026-12-21' })).toEqual(['goLiveOn'])
  })

  it('a deadline that is past, or before the final extract', () => {
    expect(problem('rollback-deadline', { day: '2026-03-01', time: '15:00' })).toEqual([])
    expect(problem('rollback-deadline', { day: '2026-02-27', time: '16:00' })).toEqual(['day'])
    const later = withFact(completeFacts, 'dates', dates)
    expect(problem('rollback-deadline', { day: '2026-03-01', time: '15:00' }, later)).toEqual(['day'])
  })
})
