import { expect, it } from 'vitest'
import { isOverdue } from './road-map-rules'
import { weekdaysInWords } from './service-levels'

it.each([
  ['Q1 2026', '2026-03-31', false],
  ['Q1 2026', '2026-04-01', true],
  ['Q4 2025', '2026-01-01', true],
  ['Q4 2025', '2025-12-31', false],
  ['Q2 2027', '2026-12-31', false],
])('P23 a step of %s is overdue on %s by the date alone: %s', (quarter, today, overdue) => {
  expect(isOverdue({ quarter }, today)).toBe(overdue)
})

it.each([
  [['mon', 'tue', 'wed', 'thu', 'fri'], 'Monday to Friday'],
  [['sun', 'mon'], 'Monday, Sunday'],
  [['mon', 'wed', 'fri'], 'Monday, Wednesday, Friday'],
  [['sat', 'sun'], 'Saturday, Sunday'],
  [[], 'No days stated'],
] as const)('days %s read: %s', (days, words) => {
  expect(weekdaysInWords([...days])).toBe(words)
})
