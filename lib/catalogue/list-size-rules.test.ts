import { describe, expect, it } from 'vitest'
import { listSizeHint } from './list-size-rules'

describe('QTY-1 a list size bears its day', () => {
  it.each([
    [undefined, 'For the price a year'],
    [{ patients: 9871, asOf: '2026-02-01' }, 'Your practice had 9,871 patients on 1 February 2026'],
    [{ patients: 9871, asOf: '2025-03-02' }, 'Your practice had 9,871 patients on 2 March 2025'],
    [{ patients: 9871, asOf: '2025-03-01' }, 'Your practice had 9,871 patients on 1 March 2025, more than a year old'],
  ])('%o', (own, words) => expect(listSizeHint(own, '2026-03-02')).toBe(words))
})
