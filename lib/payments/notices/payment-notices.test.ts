import { expect, it } from 'vitest'
import { complianceOf, type PaidInvoice } from './compliance-rules'
import { complianceLines } from './notice-lines-rules'
import { halfYearOver, quarterOver } from './period-rules'

it.each([
  ['2026-04-01', { from: '2025-10-01', to: '2026-03-31' }, { from: '2026-01-01', to: '2026-03-31' }],
  ['2026-03-31', { from: '2025-04-01', to: '2025-09-30' }, { from: '2025-10-01', to: '2025-12-31' }],
  ['2026-11-30', { from: '2026-04-01', to: '2026-09-30' }, { from: '2026-07-01', to: '2026-09-30' }],
  ['2026-10-01', { from: '2026-04-01', to: '2026-09-30' }, { from: '2026-07-01', to: '2026-09-30' }],
  ['2027-01-01', { from: '2026-04-01', to: '2026-09-30' }, { from: '2026-10-01', to: '2026-12-31' }],
])('UK8, UK17: on %s the half year and the quarter that are over', (today, half, quarter) => {
  expect(halfYearOver(today)).toEqual(half)
  expect(quarterOver(today)).toEqual(quarter)
})

const half = { from: '2026-04-01', to: '2026-09-30' }
const invoice = (receivedOn: string, paidOn: string | null, dueOn = '2026-06-30'): PaidInvoice => ({
  ...{ receivedOn, paidOn, dueOn },
  grossPence: 10_000n,
})

it('UK17: the day of receipt is counted; each payment stands in one band; what was paid too late to count is unpaid', () => {
  const said = complianceOf(
    [
      invoice('2026-06-01', '2026-06-30'),
      invoice('2026-06-01', '2026-07-01'),
      invoice('2026-06-01', '2026-07-30'),
      invoice('2026-06-01', '2026-07-31'),
      invoice('2026-03-01', '2026-03-30', '2026-03-30'),
      invoice('2026-09-01', '2026-10-01', '2026-09-30'),
      invoice('2026-09-01', null, '2026-09-30'),
      invoice('2026-09-02', null, '2026-10-01'),
    ],
    half,
    30,
  )
  expect(said).toEqual({
    ...{ paid: 4, paidPence: 40_000n, inTime: 1, upToTwice: 2, later: 1, unpaid: 2 },
    averageDays: (30 + 31 + 60 + 61) / 4,
  })
})

it('UK17: where nothing was paid no share is made up', () => {
  const said = complianceOf([invoice('2026-08-01', null, '2026-08-30')], half, 30)
  const lines = Object.fromEntries(complianceLines('A payer', half, said, 30))
  expect(lines).toMatchObject({ 'Average days to pay': 'No payments', 'Paid within 30 days': 'No payments' })
  expect(lines['Fell due in the period and not paid by its end']).toBe('1')
})
