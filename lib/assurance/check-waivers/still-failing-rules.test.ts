import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../facts'
import { stillFails } from './still-failing-rules'

const result = (over: Partial<CheckResult>): CheckResult => ({
  standardVersionId: 'v',
  requirementId: 'r',
  check: 'CAP-01',
  run: 'OFFICIAL',
  result: 'FAIL',
  on: '2026-03-01',
  seq: 1,
  logged: true,
  waivers: [],
  ...over,
})
const waivers = [{ from: '2026-03-02', until: '2026-03-10' }]

describe('DE-03 what a machine opened rests on a check that counts', () => {
  it.each<[string, CheckResult[], string, boolean]>([
    ['nothing known', [], '2026-03-05', false],
    ['its newest result fails', [result({})], '2026-03-05', true],
    ['that check is under waiver', [result({ waivers })], '2026-03-05', false],
    ['on the last day of the waiver too', [result({ waivers })], '2026-03-10', false],
    ['the day after, it counts again', [result({ waivers })], '2026-03-11', true],
    ['another check fails as well', [result({ waivers }), result({ check: 'CAP-02' })], '2026-03-05', true],
    [
      'the other passes since',
      [result({ waivers }), result({ check: 'CAP-02' }), result({ check: 'CAP-02', result: 'PASS', seq: 2 })],
      '2026-03-05',
      false,
    ],
    ['an error since proves nothing', [result({}), result({ result: 'ERROR', seq: 2 })], '2026-03-05', true],
    ['a dry run never counts', [result({ run: 'DRYRUN' })], '2026-03-05', false],
    ['of a monitor it does', [result({ run: 'MONITOR' })], '2026-03-05', true],
    ['a newer suite fails without a waiver', [result({ waivers }), result({ seq: 2 })], '2026-03-05', true],
  ])('%s', (_, checks, today, expected) => expect(stillFails(checks, today)).toBe(expected))
})
