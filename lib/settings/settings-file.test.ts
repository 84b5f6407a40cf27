import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvText } from '@/lib/platform/csv-text'
import { firstSettings } from '@/prisma/seed/first-settings'
import type { Setting } from './setting'
import { readSettingsFile, settingColumns, settingRows } from './settings-file-rules'

const today = '2026-04-01'
const file = (...rows: string[]) => new TextEncoder().encode(['key,value,from,source,checked_on', ...rows].join('\r\n'))
const read = (...rows: string[]) => readSettingsFile(file(...rows), today)

describe('a file of settings', () => {
  it('is read as it was written, whatever the kind of the value; what has none is left out', () => {
    const now = firstSettings.map(
      ({ key, value, source }): Setting => ({
        ...{ id: key, organisationId: null, key, value, source, validFrom: today, validTo: null, verifiedOn: today },
      }),
    )
    const table = csvText(settingColumns, settingRows(new Map(now.map((setting) => [setting.key, setting]))))
    const { lines, errors } = readSettingsFile(new TextEncoder().encode(table), today)
    expect(errors).toEqual([])
    expect(lines.map(({ key }) => key).sort()).toEqual(now.map(({ key }) => key).sort())
    expect(lines.every(({ from, verifiedOn }) => from === today && verifiedOn === today)).toBe(true)
    const rows = parse(table, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.find((row) => row.key === 'payer-class')).toMatchObject({
      value: '',
      how_to_type: 'One of central, sub-central',
    })
  })

  it('counts from today where no day is given, and takes a text that a spreadsheet would calculate', () => {
    expect(read(`publisher,'=An authority,,Its own name,`).lines).toEqual([
      { line: 2, key: 'publisher', value: '=An authority', from: today, source: 'Its own name', verifiedOn: null },
    ])
  })

  it.each([
    ['an unknown setting', 'no-such,1,,Board paper,', 'Line 2, key: there is no setting “no-such”'],
    ['a value of another kind', 'vat-percent,much,,Board paper,', 'Line 2, value: A whole number'],
    ['a word that is no choice', 'cap-basis,both,,Board paper,', 'Line 2, value: One of gross, net'],
    ['no source', 'vat-percent,20,,,', 'Line 2, source: Say in 5 characters or more where the figure comes from'],
    [
      'a day that is none',
      'vat-percent,20,2026-02-30,Board paper,',
      'Line 2, from: Enter the first day on which it counts',
    ],
    ['a check on no day', 'vat-percent,20,,Board paper,soon', 'Line 2, checked_on: Enter the day as a date'],
  ])('refuses %s, by line and column, and holds nothing', (_, row, reason) => {
    expect(read(row, 'weight-step,5,,Board paper,')).toEqual({ lines: [], errors: [reason] })
  })

  it('refuses one setting twice, a missing column, and what is no table', () => {
    const twice = read('vat-percent,20,,Board paper,', 'vat-percent,19,,Board paper,')
    expect(twice.errors).toEqual(['Line 3, key: “vat-percent” stands on line 2 already'])
    const bytes = new TextEncoder().encode('key,value\r\nvat-percent,20')
    expect(readSettingsFile(bytes, today).errors).toEqual(['Line 1: the file has no column from, source, checked_on'])
    expect(readSettingsFile(Uint8Array.of(0x89, 0x50, 0xff), today).errors[0]).toContain(
      'Line 1: the line is not UTF-8',
    )
  })
})
