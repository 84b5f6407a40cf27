import { describe, expect, it } from 'vitest'
import { dueReminder, hashOfNotice } from './notice-rules'

describe('NT-02 when a notice is sent again', () => {
  it.each([
    ['2026-03-04', [], undefined],
    ['2026-03-05', [], 3],
    ['2026-03-05', [3], undefined],
    ['2026-03-09', [3], 7],
    ['2026-03-15', [3, 7], undefined],
    ['2026-03-16', [3, 7], 14],
    ['2026-04-16', [3, 7, 14], undefined],
    ['2026-03-12', [], 7],
    ['2026-04-16', [], 14],
  ] as const)('sent on 2 March, on %s with %j sent: %s', (today, sent, due) => {
    expect(dueReminder('2026-03-02', [...sent], today)).toBe(due)
  })

  it('the hash is of subject and words', () => {
    expect(hashOfNotice({ subject: 'a', text: 'b' })).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOfNotice({ subject: 'a', text: 'b' })).not.toBe(hashOfNotice({ subject: 'a', text: 'c' }))
  })
})
