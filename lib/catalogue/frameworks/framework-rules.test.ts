import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLiveOn, mayWeigh, routeObstacle } from './framework-rules'
import { defaultRoutes, type RouteKind } from './route'

const routes = defaultRoutes({
  directAwardCap: 4_000_000n,
  competitionCap: 25_000_000n,
  leastPriceWeight: 30,
  greatestPriceWeight: 90,
})

const asked = (kind: RouteKind, wholeLifePence: bigint, ...capabilityIds: string[]) =>
  routeObstacle(routes[kind], { wholeLifePence, capabilityIds })?.code

describe('FRM-1: the life of a framework', () => {
  const life = { opensOn: '2026-01-01', expiresOn: '2026-12-31', expired: false }
  it('begins on its first day and ends with its last', () => {
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isLiveOn(life, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  it('that is over on a day nobody knows is over', () => {
    expect(isLiveOn({ opensOn: null, expiresOn: null, expired: true }, '2020-01-01')).toBe(false)
    expect(isLiveOn({ opensOn: null, expiresOn: null, expired: false }, '2020-01-01')).toBe(true)
  })
})

describe('FRM-2: routes', () => {
  it.each([
    ['direct-award', 4_000_000n, [], undefined],
    ['direct-award', 4_000_001n, [], 'over-cap'],
    ['direct-award', 4_000_000n, ['C13'], undefined],
    ['competition', 10_784_700n, [], undefined],
    ['competition', 10_784_700n, ['C13'], 'foundation'],
    ['competition', 25_000_001n, ['C13'], 'over-cap'],
    ['off-catalogue', 900_000_000n, ['C5', 'C13'], undefined],
  ] as const)('%s for %s pence with %j: %s', (kind, pence, capabilities, code) => {
    expect(asked(kind, pence, ...capabilities)).toBe(code)
  })

  it('an order that may not be made at a sum may not be made at a greater one', () => {
    const kinds = fc.constantFrom<RouteKind>('direct-award', 'competition', 'off-catalogue')
    const sums = fc.bigInt({ min: 0n, max: 100_000_000n })
    const capabilities = fc.subarray(['C1', 'C5', 'C13', 'C19'])
    fc.assert(
      fc.property(kinds, sums, sums, capabilities, (kind, a, b, ids) => {
        const [less, more] = a <= b ? [a, b] : [b, a]
        if (asked(kind, less, ...ids) !== undefined) expect(asked(kind, more, ...ids)).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('price weighs 30 to 90 percent, or all, and only where offers compete here', () => {
    expect([25, 30, 90, 95, 100].map((percent) => mayWeigh(routes.competition, percent))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
    expect(mayWeigh(routes['direct-award'], 60)).toBe(false)
  })
})
