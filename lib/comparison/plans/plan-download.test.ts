import { expect, it } from 'vitest'
import { csvText } from '@/lib/platform/csv-text'
import { explainedChoice, explainedOutcome } from '@/lib/testing/outcomes'
import { planDownload, planRecord } from './plan-download'

it('every plan is a row; the parts of its cost stand beside it', () => {
  const { header, rows } = planDownload(explainedChoice(), explainedOutcome())
  expect(rows.every((row) => row.length === header.length)).toBe(true)
  expect(rows[0]).toEqual([
    ...[1, 'The best plan; On the frontier', 'P1; D2', '50600.00', '49800.00', '800.00', '0.00', '0.00', 2, 2],
    ...['D2', '', 'P1: renewal price assumed'],
  ])
})

it('a name that a spreadsheet would take for a formula is disarmed', () => {
  const choice = explainedChoice()
  choice.candidates[3]!.name = '=HYPERLINK("x")'
  choice.candidates[0]!.name = '=1+1'
  const { header, rows } = planDownload(choice, explainedOutcome())
  expect(csvText(header, rows)).toContain(`"'=1+1; =HYPERLINK(""x"")"`)
})

it('the record for programs names modules and keeps pence as text', () => {
  const record = planRecord(explainedChoice(), explainedOutcome())
  expect(record.modules.D2).toBe('D2')
  expect(record.plans.map(({ costPence }) => costPence)).toEqual([
    '5060000',
    '5542700',
    '6012700',
    '7002700',
    '5722700',
    '3780000',
  ])
  expect(record.missingToday).toEqual(['C9'])
})
