import { describe, expect, it } from 'vitest'
import { actorWith } from '@/lib/testing/context'
import { calendarText } from './calendar-rules'
import { daysToNotice, noticeDateOf } from './contract'
import { mayConfirmGoLive, mayGiveNotice, mayRecordContract, maySeeContract } from './contract-policy'
import { dueCommand, dueReminder, minimumTermEnd, reminderDays, terminationProblem } from './contract-rules'
import { confirmationMeans, dayProblem } from './site-rules'

const offsets = [180, 90, 60, 30, 14, 7, 1]
const contract = { startsOn: '2026-03-01', endsOn: '2029-05-31', noticeDays: 90 }

describe('the notice date', () => {
  it('is the end less the notice days, the first reminder 180 days before (W9)', () => {
    expect(noticeDateOf(contract)).toBe('2029-03-02')
    expect(reminderDays(contract, offsets)[0]).toBe('2028-09-03')
    expect(reminderDays(contract, offsets.toReversed())).toHaveLength(7)
    expect(daysToNotice(contract, '2029-03-03')).toBe(-1)
  })

  it('each reminder is due from its day until the next, none from the notice date on (C6)', () => {
    expect(
      ['2028-09-02', '2028-09-03', '2028-12-01', '2028-12-02', '2029-03-01', '2029-03-02'].map((day) =>
        dueReminder(contract, day, offsets),
      ),
    ).toEqual([undefined, 180, 180, 90, 1, undefined])
  })

  it.each([
    ['live', '2028-09-02', '2029-05-31', undefined],
    ['live', '2028-09-03', '2029-05-31', 'near-notice'],
    ['mobilising', '2028-09-03', '2029-05-31', 'near-notice'],
    ['expiring', '2029-05-31', '2029-05-31', undefined],
    ['expiring', '2029-06-01', '2029-05-31', 'expire'],
    ['terminating', '2028-06-30', '2028-06-30', undefined],
    ['terminating', '2028-07-01', '2028-06-30', 'terminate'],
    ['held-over', '2029-08-29', '2029-08-29', undefined],
    ['held-over', '2029-08-30', '2029-08-29', 'start-exit'],
    ['expired', '2030-01-01', '2029-05-31', undefined],
    ['terminated', '2030-01-01', '2029-05-31', undefined],
    ['exiting', '2030-01-01', '2029-05-31', undefined],
    ['closed', '2030-01-01', '2029-05-31', undefined],
  ] as const)('a %s contract on %s, in force until %s: the clock does %s', (state, today, runsUntil, command) => {
    expect(dueCommand({ ...contract, state, runsUntil }, today, offsets)).toBe(command)
  })

  it('K2: without reminders that somebody has set nothing is near, and what is over still ends', () => {
    expect(dueReminder(contract, '2029-03-01', [])).toBeUndefined()
    const due = (state: 'live' | 'expiring', runsUntil: string) =>
      dueCommand({ ...contract, state, runsUntil }, '2029-06-01', [])
    expect([due('live', '2029-05-31'), due('expiring', '2029-05-31')]).toEqual([undefined, 'expire'])
  })

  it.each([
    ['2026-03-02', 'The last day of the contract must be in the future'],
    ['2026-05-30', 'The contract asks for 90 days of notice'],
    ['2026-05-31', undefined],
    ['2029-05-31', undefined],
    ['2029-06-01', 'The contract ends before that day by itself'],
  ])('notice given on 2 March 2026 for %s: %s (H3)', (day, problem) => {
    expect(terminationProblem(contract, day, '2026-03-02', 0)).toBe(problem)
  })

  it('a minimum term binds notice until its last day, and ends with the contract at the latest (H3)', () => {
    expect(minimumTermEnd(contract, 12)).toBe('2027-02-28')
    expect(minimumTermEnd(contract, 120)).toBe(contract.endsOn)
    expect(terminationProblem(contract, '2027-02-27', '2026-03-02', 12)).toMatch('cannot be ended by notice before 28')
    expect(terminationProblem(contract, '2027-02-28', '2026-03-02', 12)).toBeUndefined()
  })
})

describe('the day of go-live', () => {
  it.each([
    [null, null, 'practice', 'confirm-first'],
    ['2026-03-01', null, 'practice', 'confirm-first'],
    ['2026-03-01', null, 'supplier', 'differ'],
    ['2026-03-02', null, 'supplier', 'agree'],
    ['2026-03-01', '2026-03-02', 'practice', 'agree'],
    ['2026-03-01', '2026-03-03', 'supplier', 'differ'],
  ] as const)(
    'practice %s, supplier %s: the %s naming 2 March means %s',
    (practiceSaysOn, supplierSaysOn, side, means) => {
      expect(confirmationMeans({ practiceSaysOn, supplierSaysOn }, side, '2026-03-02')).toBe(means)
    },
  )

  it('is neither in the future (N9) nor before there was a contract; early use is allowed', () => {
    const problem = (day: string, startsOn: string) => dayProblem(day, '2026-03-05', { startsOn, madeOn: '2026-03-02' })
    expect(problem('2026-03-06', '2026-03-01')).toMatch(/in the past/)
    expect(problem('2026-03-01', '2026-04-01')).toMatch(/contract was made/)
    expect(problem('2026-03-02', '2026-04-01')).toBeUndefined()
    expect(problem('2026-03-01', '2026-03-01')).toBeUndefined()
  })
})

describe('who may do what with a contract', () => {
  const parties = { practiceId: 'p', payerId: 'c', supplierId: 's' }
  const grid: [string, string, boolean, boolean, boolean, boolean][] = [
    ['practice-manager', 'p', true, true, false, false],
    ['gp-partner', 'p', true, false, false, false],
    ['practice-manager', 'other', false, false, false, false],
    ['supplier-signatory', 's', true, true, false, false],
    ['supplier-editor', 's', true, false, false, false],
    ['supplier-signatory', 'other', false, false, false, false],
    ['funding-approver', 'c', true, false, true, true],
    ['funding-requester', 'c', true, false, false, true],
  ]
  it.each(grid)('%s of %s: sees %s, confirms %s, gives notice %s, records %s', (role, organisationId, ...may) => {
    const actor = actorWith('someone', { role, organisationId })
    expect([
      maySeeContract(actor, parties),
      mayConfirmGoLive(actor, parties).allowed,
      mayGiveNotice(actor, parties).allowed,
      mayRecordContract(actor, 'c').allowed,
    ]).toEqual(may)
  })
})

describe('the calendar', () => {
  const title = `Last day to give notice: Grünes System, ${'é'.repeat(60)}; and more`
  const text = calendarText(
    [{ uid: 'notice-1@x', day: '2029-03-02', title, text: 'one\ntwo', sequence: 3 }],
    new Date(0),
  )

  it('uses CRLF and no line longer than 75 octets, and unfolds to the title', () => {
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(lines.some((line) => line.includes('\uFFFD'))).toBe(false)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replace(/([,;])/g, '\\$1')}\r\n`)
  })

  it('is all-day, with a stable UID and a sequence', () => {
    expect(text).toContain('DTSTART;VALUE=DATE:20290302\r\nDTEND;VALUE=DATE:20290303\r\n')
    expect(text).toContain('UID:notice-1@x\r\nSEQUENCE:3\r\nDTSTAMP:19700101T000000Z\r\n')
    expect(text).toContain('DESCRIPTION:one\\ntwo\r\n')
    expect(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
