import { describe, expect, it } from 'vitest'
import { byUrgency, lineOf } from './work-rules'

const kind = { key: 'orders', one: 'order waits', many: 'orders wait', href: '/supplier/orders' }
const today = '2026-03-02'

describe('what waits for a reader', () => {
  it.each<[string, Parameters<typeof lineOf>[1], object[]]>([
    ['nothing: no line', [], []],
    [
      'one: its own page',
      [{ href: '/call-offs/1' }],
      [{ words: 'order waits', count: 1, href: '/call-offs/1', due: null, late: 0 }],
    ],
    ['one without a page: the list', [{}], [{ words: 'order waits', href: '/supplier/orders' }]],
    [
      'several: the list, and the soonest day',
      [{ due: '2026-03-09' }, { due: '2026-03-04' }, { due: null }],
      [{ words: 'orders wait', count: 3, href: '/supplier/orders', due: '2026-03-04', late: 0 }],
    ],
    ['due today is not late', [{ due: today }], [{ late: 0 }]],
    ['due yesterday is', [{ due: '2026-03-01' }, { due: today }], [{ late: 1, due: '2026-03-01' }]],
  ])('%s', (_, items, expected) => expect(lineOf(kind, items, today)).toMatchObject(expected))

  it('late first, then the soonest, then what has no day, in the order found', () => {
    const line = (key: string, due: string | null, late = 0) => ({ key, words: '', count: 1, due, late, href: '/' })
    const lines = [
      line('a', null),
      line('b', '2026-03-09'),
      line('c', null),
      line('d', '2026-02-01', 1),
      line('e', '2026-03-04'),
    ]
    expect(byUrgency(lines).map((l) => l.key)).toEqual(['d', 'e', 'b', 'a', 'c'])
  })
})
