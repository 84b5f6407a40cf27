import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '@/lib/platform/working-days'
import { actorWith } from '@/lib/testing/context'
import { firstSettings } from '@/prisma/seed/first-settings'
import type { Setting } from './setting'
import { isSettingKey, type SettingKey, settingKeys } from './setting-keys'
import { mayReadSettings, maySet } from './setting-policy'
import { parseValue, settingOn, typedValue, valueWords } from './setting-rules'

const row = (
  id: string,
  key: SettingKey,
  validFrom: string,
  validTo: string | null,
  organisationId: string | null = null,
) => ({ id, key, validFrom, validTo, organisationId, value: 1, source: 's', verifiedOn: null }) as Setting

describe('K1: which row counts', () => {
  const rows = [
    row('old', 'decision-days', '2025-01-01', '2026-03-31'),
    row('new', 'decision-days', '2026-04-01', null),
    row('own', 'decision-days', '2026-05-01', '2026-05-31', 'payer'),
    row('cap', 'direct-award-cap', '2025-01-01', null),
    row('cap of a payer', 'direct-award-cap', '2025-01-01', null, 'payer'),
  ]
  it.each([
    ['before the first day', 'decision-days', null, '2024-12-31', undefined],
    ['on the last day', 'decision-days', null, '2026-03-31', 'old'],
    ['on the next first day', 'decision-days', null, '2026-04-01', 'new'],
    ['a payer with its own', 'decision-days', 'payer', '2026-05-31', 'own'],
    ['the same payer when its own is over', 'decision-days', 'payer', '2026-06-01', 'new'],
    ['another payer', 'decision-days', 'other', '2026-05-15', 'new'],
    ['a key that a payer may not set', 'direct-award-cap', 'payer', '2026-05-15', 'cap'],
    ['a key that nobody has set', 'approval-life', 'payer', '2026-05-15', undefined],
  ] as const)('%s', (_, key, payerId, on, id) => {
    expect(settingOn(rows, key, payerId, on)?.id).toBe(id)
  })
})

describe('what a setter types', () => {
  it('comes back as it was typed, for every first value', () => {
    for (const { key, value } of firstSettings) {
      expect(isSettingKey(key)).toBe(true)
      expect(parseValue(key, typedValue(key, value)), key).toEqual(value)
      expect(valueWords(key, value)).not.toBe('')
    }
  })
  it.each([
    ['direct-award-cap', '40 thousand'],
    ['decision-days', '-1'],
    ['decision-days', '2.5'],
    ['vat-percent', '101'],
    ['play-gate', 'perhaps'],
    ['bank-holidays', '2026-02-30'],
    ['notice-reminders', ''],
    ['licence', ' '],
    ['payer-class', 'toString'],
  ] as const)('%s refuses %s', (key, text) => expect(parseValue(key, text)).toBeUndefined())
  it('bank holidays are no working days', () => {
    const holidays = firstSettings.find(({ key }) => key === 'bank-holidays')!.value as string[]
    expect(addWorkingDays('2026-04-02', 1, holidays)).toBe('2026-04-07')
    expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-03')
  })
})

describe('who may set and read', () => {
  const [curator, finance] = [
    actorWith('c', { role: 'curator', organisationId: 'a' }),
    actorWith('f', { role: 'finance-officer', organisationId: 'payer' }),
  ]
  const approver = actorWith('p', { role: 'funding-approver', organisationId: 'payer' })
  it('a curator the authority’s, a finance officer the own payer’s', () => {
    expect([maySet(curator, null), maySet(finance, 'payer')].map((d) => d.allowed)).toEqual([true, true])
    expect(
      [maySet(finance, null), maySet(curator, 'payer'), maySet(finance, 'other'), maySet(approver, 'payer')].some(
        (d) => d.allowed,
      ),
    ).toBe(false)
  })
  it('members of the payer read its own', () => {
    expect([
      mayReadSettings(approver, 'payer'),
      mayReadSettings(approver, 'other'),
      mayReadSettings(approver, null),
    ]).toEqual([true, false, false])
  })
  it('every key has words', () => expect(Object.values(settingKeys).every(({ words }) => words.length > 5)).toBe(true))
})
