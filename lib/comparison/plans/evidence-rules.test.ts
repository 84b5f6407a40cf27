import { describe, expect, it } from 'vitest'
import { workedChoice } from '@/lib/testing/choices'
import type { Candidate } from '../optimiser/choice'
import { changesSince } from './change-words'
import { factsOf, inputHash } from './evidence-rules'

const choice = workedChoice()
const withFirst = (over: Partial<Candidate>): Candidate[] =>
  choice.candidates.map((candidate, i) => (i === 0 ? { ...candidate, ...over } : candidate))
const name = choice.candidates[0]!.name

describe('EX-7: the facts of a plan', () => {
  it('name every module, practice and contract once, each by a hash', () => {
    const facts = factsOf(choice)
    const keys = facts.map(({ kind, id }) => `${kind}/${id}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(facts).toHaveLength(choice.candidates.length * 4 + choice.practices.length + choice.today.length)
    expect(facts.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true)
  })

  it('RUN-4: the same choice, question and limit have one hash, whatever the order of keys', () => {
    const input = { choice, question: { kind: 'best' as const }, limitSeconds: 5 }
    expect(inputHash({ limitSeconds: 5, question: { kind: 'best' }, choice })).toBe(inputHash(input))
    expect(inputHash({ ...input, limitSeconds: 60 })).not.toBe(inputHash(input))
    expect(inputHash({ ...input, question: { kind: 'frontier', stepPercent: 2 } })).not.toBe(inputHash(input))
  })
})

describe('PLAN-4: what has changed since', () => {
  it.each([
    ['nothing', {}, []],
    ['the day a standing was looked at', { standing: { ...choice.candidates[0]!.standing, asOf: '2099-01-01' } }, []],
    ['a price', { prices: [] }, [`The price of ${name} has changed`]],
    ['a standing', { barred: 'suspended' }, [`The standing of ${name} has changed`]],
    ['a dependency', { conflicts: ['zz'] }, [`What is said of others by ${name} has changed`]],
  ] as [string, Partial<Candidate>, string[]][])('%s', (_, over, words) => {
    expect(changesSince(choice, withFirst(over))).toEqual(words)
  })

  it('a module that came or went', () => {
    expect(changesSince(choice, choice.candidates.slice(1))).toEqual([`${name} is no longer on offer`])
    const fresh = { ...choice.candidates[0]!, moduleId: 'new', name: 'Fresh' }
    expect(changesSince(choice, [...choice.candidates, fresh])).toEqual(['Fresh is new'])
  })
})
