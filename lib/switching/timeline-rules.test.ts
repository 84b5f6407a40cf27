import { describe, expect, it } from 'vitest'
import { barsOf, keyDaysOf, stagesOf } from './timeline-rules'

const at = (day: number) => new Date(Date.UTC(2026, 2, day))
const moved = (from: string | null, to: string, day: number) => ({ from, to, at: at(day), aboutSwitch: true })

describe('the timeline of a switch', () => {
  const history = [
    moved(null, 'draft', 1),
    moved('draft', 'draft', 2),
    moved('draft', 'ordered', 3),
    { from: 'planned', to: 'live', at: at(4), aboutSwitch: false },
    moved('ordered', 'trial-loaded', 6),
  ]

  it('has a stage for each move, the last one open', () => {
    expect(stagesOf(history).map((s) => [s.label, s.from.getUTCDate(), s.to?.getUTCDate()])).toEqual([
      ['Draft', 1, 3],
      ['Ordered', 3, 6],
      ['Trial load done', 6, undefined],
    ])
  })

  it('is drawn to scale, and even a moment can be seen', () => {
    const bars = barsOf(stagesOf(history), at(11))
    expect(bars.map((b) => [b.start, b.width].map((n) => Math.round(n * 10)))).toEqual([
      [0, 2],
      [2, 3],
      [5, 5],
    ])
    expect(barsOf(stagesOf([moved(null, 'draft', 1)]), at(1))[0]?.width).toBeGreaterThan(0)
    expect(barsOf([], at(1))).toEqual([])
  })
})

describe('the days that matter', () => {
  const leaving = { moduleName: 'Old', startsOn: '2023-10-01', endsOn: '2026-09-30', noticeDays: 90 }
  const gaining = { moduleName: 'New', startsOn: '2026-04-01', endsOn: '2029-03-31', noticeDays: 90 }

  it('stand in their order; what is not known yet is left out', () => {
    expect(keyDaysOf({ leaving, gaining, wentLiveOn: '2026-03-02', deletedOn: '2026-06-20' })).toEqual([
      { what: 'Practice went live', day: '2026-03-02' },
      { what: 'Contract for New starts', day: '2026-04-01' },
      { what: 'Old system readable until', day: '2026-05-31' },
      { what: 'Old copy deleted', day: '2026-06-20' },
      { what: 'Last day to give notice for Old', day: '2026-07-02' },
      { what: 'Contract for Old ends', day: '2026-09-30' },
    ])
    expect(keyDaysOf({ leaving: undefined, gaining: undefined, wentLiveOn: null, deletedOn: null })).toEqual([])
  })
})
