import { describe, expect, it } from 'vitest'
import { unreachableStates } from '@/lib/platform/machine'
import type { DraftContent } from './standard-draft'
import { contentSha256, defaultTransitionEnd, faultsOfDays } from './standard-draft-rules'
import { draftRequirementInput } from './standard-draft-schema'
import { standardVersionMachine } from './standard-version-machine'

const content = (over: Partial<DraftContent> = {}): DraftContent => ({
  number: '2.0.2',
  legalBasis: 'CONTRACT',
  changeClass: 'PATCH',
  publishedOn: '2025-07-01',
  effectiveOn: '2025-07-18',
  transitionEndsOn: '2025-08-17',
  deprecatedOn: null,
  retiredOn: null,
  replacesIds: [],
  requiredIds: [],
  conflictIds: [],
  requirements: [],
  ...over,
})

describe('SV-01 the days of a version', () => {
  it.each([
    ['in order', {}, []],
    ['in effect before it is published', { publishedOn: '2025-07-19' }, ['effectiveOn']],
    ['its transition over before it begins', { transitionEndsOn: '2025-07-17' }, ['transitionEndsOn']],
    ['deprecated before it is in effect', { deprecatedOn: '2025-07-17' }, ['deprecatedOn']],
    ['retired before it is deprecated', { deprecatedOn: '2026-01-02', retiredOn: '2026-01-01' }, ['retiredOn']],
    [
      'a law without its days',
      { legalBasis: 'LAW', effectiveOn: null, transitionEndsOn: null },
      ['effectiveOn', 'transitionEndsOn'],
    ],
  ] as const)('%s', (_, over, fields) => {
    expect(Object.keys(faultsOfDays(content(over)))).toEqual(fields)
  })
})

describe('SV-02 the default transition', () => {
  it.each([
    ['PATCH', '2025-08-17'],
    ['MINOR', '2025-10-16'],
    ['MAJOR', '2026-07-18'],
  ] as const)('%s, S35 2.0.2 in effect on 2025-07-18', (changeClass, end) => {
    expect(defaultTransitionEnd(changeClass, '2025-07-18', [])).toBe(end)
  })

  it('REPLACE: the longest of what it replaces', () => {
    const replaced = [
      { effectiveOn: '2025-01-01', transitionEndsOn: '2025-01-31' },
      { effectiveOn: '2025-01-01', transitionEndsOn: '2025-03-02' },
    ]
    expect(defaultTransitionEnd('REPLACE', '2026-01-01', replaced)).toBe('2026-03-02')
  })
})

it('FA-01 the hash does not depend on the order in which a draft was written', () => {
  const turned = Object.fromEntries(Object.entries(content()).reverse()) as DraftContent
  expect(contentSha256('S35', turned, [])).toBe(contentSha256('S35', content(), []))
  expect(contentSha256('S36', content(), [])).not.toBe(contentSha256('S35', content(), []))
})

it('FA-02, AS-08 a requirement has an id such as S26/DMI02, a text of 8,000 characters at most, and its ways', () => {
  const given = {
    id: crypto.randomUUID(),
    version: '1',
    requirementId: 'S26/DMI02',
    title: 'T',
    text: 'x'.repeat(8_000),
    roles: 'provider, consumer',
    level: 'MUST',
    method: 'WITNESS',
    hazard: 'SECURITY',
    evidenceValidDays: '365',
  }
  expect(draftRequirementInput.safeParse(given).data).toMatchObject({
    roles: ['provider', 'consumer'],
    evidenceValidDays: 365,
  })
  for (const wrong of [
    { text: 'x'.repeat(8_001) },
    { requirementId: 'DMI02' },
    { level: 'WILL' },
    { method: 'GUESS' },
    { hazard: 'SOME' },
  ])
    expect(draftRequirementInput.safeParse({ ...given, ...wrong }).success).toBe(false)
})

it('every state of a standard version is reached, and what is withdrawn stays withdrawn', () => {
  expect(unreachableStates(standardVersionMachine, 'draft')).toEqual([])
  expect(standardVersionMachine.withdrawn).toEqual({})
})
