import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { type StandardVersionView, standingOfVersion } from './standard-view'
import { timelineOf } from './timeline-rules'

const version = (over: Partial<StandardVersionView>): StandardVersionView => ({
  id: 'v',
  number: '1.0.0',
  legalBasis: 'CONTRACT',
  changeClass: null,
  publishedOn: null,
  effectiveOn: null,
  transitionEndsOn: null,
  deprecatedOn: null,
  retiredOn: null,
  withdrawnOn: null,
  asserted: null,
  contentSha256: null,
  replaces: [],
  requirements: [],
  ...over,
})
const s35 = version({
  number: '2.0.2',
  publishedOn: '2025-07-01',
  effectiveOn: '2025-07-18',
  transitionEndsOn: '2025-08-17',
})
const old = version({ number: '2.0.1', effectiveOn: '2024-01-01' })

describe('SV-01 where a version stands', () => {
  it.each([
    ['2025-06-30', 'Coming'],
    ['2025-07-01', 'Published'],
    ['2025-07-18', 'In effect, in transition'],
    ['2025-08-17', 'In effect, in transition'],
    ['2025-08-18', 'In effect'],
    ['2027-01-01', 'Deprecated'],
    ['2028-01-01', 'Retired'],
  ])('on %s: %s', (day, words) => {
    expect(standingOfVersion({ ...s35, deprecatedOn: '2027-01-01', retiredOn: '2028-01-01' }, day)).toBe(words)
  })

  it('says what the source says where it gives no day, and that what is withdrawn is withdrawn', () => {
    expect(standingOfVersion(version({ asserted: 'Effective, date not recorded' }), '2026-01-01')).toMatch(/^Effective/)
    expect(standingOfVersion({ ...s35, withdrawnOn: '2025-09-01' }, '2025-09-01')).toBe('Withdrawn')
  })
})

describe('the timeline', () => {
  it('draws what is announced, in transition and in force, and ends the older version with the transition', () => {
    const { bars } = timelineOf([s35, old], '2025-08-01')!
    expect(bars.map((b) => [b.number, ...b.spans.map((s) => [s.kind, s.from, s.until])])).toEqual([
      [
        '2.0.2',
        ['announced', '2025-07-01', '2025-07-18'],
        ['transition', '2025-07-18', '2025-08-18'],
        ['in-force', '2025-08-18', null],
      ],
      ['2.0.1', ['in-force', '2024-01-01', '2025-08-18']],
    ])
    const undated = version({ number: '2.0.0', asserted: 'Effective, date not recorded' })
    expect(timelineOf([s35, undated], '2025-08-01')!.bars[1]!.spans).toMatchObject([
      { kind: 'undated', start: 0, until: '2025-08-18' },
    ])
    expect(timelineOf([version({})], '2025-08-01')).toBeUndefined()
  })

  const day = fc.option(fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-06-01', n)))
  it('never draws outside the picture, whatever the days', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ publishedOn: day, effectiveOn: day, transitionEndsOn: day, retiredOn: day, withdrawnOn: day }),
          { maxLength: 4 },
        ),
        (all) => {
          for (const { spans } of timelineOf(all.map(version), '2025-08-01')?.bars ?? [])
            for (const { start, width } of spans) {
              expect(start).toBeGreaterThanOrEqual(0)
              expect(width).toBeGreaterThanOrEqual(0)
              expect(start + width).toBeLessThanOrEqual(1.000001)
            }
        },
      ),
    ))
})
