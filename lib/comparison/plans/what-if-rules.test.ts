import { describe, expect, it } from 'vitest'
import { value } from '@/lib/testing/answers'
import { workedChoice } from '@/lib/testing/choices'
import type { WhatIf } from './plan-run'
import { askedWords, changedChoice, changedRules, whatIfWords } from './what-if-rules'

const choice = workedChoice()
const changed = (change: WhatIf) => {
  const result = value(changedChoice(choice, change))
  return result
}
const field = (change: WhatIf) => {
  const result = changedChoice(choice, change)
  return result.ok || result.refusal.kind !== 'invalid' ? [] : Object.keys(result.refusal.fields)
}

describe('RES-4: one thing is other, all else stays', () => {
  it('drops a need, and nobody meets it any more', () => {
    const dropped = choice.needs[0]!.id
    const { needs, candidates, ...rest } = changed({ kind: 'drop-need', needId: dropped })
    expect(needs).toHaveLength(choice.needs.length - 1)
    expect(candidates.some((candidate) => candidate.meets.includes(dropped))).toBe(false)
    const { needs: _n, candidates: _c, ...before } = choice
    expect(rest).toEqual(before)
    expect(field({ kind: 'drop-need', needId: 'none' })).toEqual(['needId'])
  })

  it('keeps what is run today at every practice, and nothing else', () => {
    const { moduleId } = choice.today[0]!
    expect(
      changed({ kind: 'keep', moduleId }).today.every((row) => row.moduleId !== moduleId || row.keep === 'must'),
    ).toBe(true)
    expect(field({ kind: 'keep', moduleId: 'none' })).toEqual(['moduleId'])
    expect(changedRules({ kind: 'keep', moduleId }, choice)).toEqual([
      `C-KEEP:${choice.today[0]!.practiceId}:${moduleId}`,
    ])
  })

  it('another term, start or budget', () => {
    expect(changed({ kind: 'term', months: 12 }).term).toEqual({ ...choice.term, months: 12 })
    expect(changed({ kind: 'budget', pence: '5059999' }).limits.budgetPence).toBe('5059999')
    expect(changed({ kind: 'start', start: '2030-01-01' }).term.start).toBe('2030-01-01')
    expect(field({ kind: 'start', start: '2000-01-01' })).toEqual(['start'])
    expect(changedRules({ kind: 'budget', pence: null }, choice)).toEqual(['C-BUD'])
  })

  it('budgets of years that a shorter term does not touch go with it', () => {
    const from = (year: number) => ({ from: `${year}-04-01`, pence: '1' })
    const start = choice.term.start
    const year = Number(start.slice(0, 4)) - (start.slice(5) < '04-01' ? 1 : 0)
    const long = { ...choice, limits: { ...choice.limits, yearlyBudgets: [from(year), from(year + 2)] } }
    const result = changedChoice(long, { kind: 'term', months: 6 })
    expect(result.ok && result.value.limits.yearlyBudgets).toEqual([from(year)])
  })

  it('is said in words', () => {
    expect(whatIfWords({ kind: 'budget', pence: '5060000' }, choice)).toBe('With a budget of £50,600.00')
    expect(whatIfWords({ kind: 'budget', pence: null }, choice)).toBe('Without a budget')
    expect(whatIfWords({ kind: 'term', months: 24 }, choice)).toBe('Over 24 months')
    expect(askedWords({ question: { kind: 'best' }, change: null })).toBe('The best combination')
    expect(askedWords({ question: { kind: 'why-not', moduleId: 'D1' }, change: null }, choice)).toMatch(/^Why not /)
  })
})
