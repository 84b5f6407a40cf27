import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainedChoice, explainedOutcome, planOf } from '@/lib/testing/outcomes'
import type { PlanPart } from '../optimiser/choice'
import { frame, frontierLayout, marksBetween } from './frontier-layout'
import { partKinds, partSums, planBars } from './plan-bars'
import { type ShownPlan, shownPlans } from './shown-plans'

const pence = fc.bigInt({ min: 0n, max: 500_000_000n })
const part = fc.record({
  kind: fc.constantFrom(...partKinds),
  of: fc.constant('m'),
  pence: pence.map(String),
  note: fc.constant(null),
})
const shown = (parts: PlanPart[], worth: number, i: number): ShownPlan => ({
  number: i + 1,
  anchor: `plan-${i + 1}`,
  name: `Plan ${i + 1}`,
  plan: { ...planOf('P1'), parts, worth, costPence: parts.reduce((sum, p) => sum + BigInt(p.pence), 0n).toString() },
  marks: ['frontier'],
})
const plans = (most: number) =>
  fc
    .array(fc.tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 200 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((drawn) => drawn.map(([parts, worth], i) => shown(parts, worth, i)))

describe('cost bars', () => {
  it('the parts of each bar sum to its cost, fill it from the left and stay in the frame', () => {
    fc.assert(
      fc.property(plans(12), (drawn) => {
        const bars = planBars(drawn, 320)
        for (const bar of bars) {
          expect(bar.segments.reduce((sum, s) => sum + s.pence, 0n)).toBe(bar.pence)
          let at = 0
          for (const { x, width } of bar.segments) {
            expect(x).toBeCloseTo(at, 6)
            expect(width).toBeGreaterThanOrEqual(0)
            at += width
          }
          expect(at).toBeLessThanOrEqual(320 + 1e-6)
        }
      }),
      { numRuns: 300 },
    )
  })
  it('the worked example: licence, one-off, and what is owed', () => {
    expect(partSums(planOf('P2', 'D2').parts)).toEqual([
      { kind: 'licence', pence: 4_200_000n },
      { kind: 'one-off', pence: 562_700n },
      { kind: 'owed', pence: 780_000n },
    ])
  })
})

describe('the frontier', () => {
  it('points stand in the frame, numbers never overlap, neither do links', () => {
    fc.assert(
      fc.property(plans(60), (drawn) => {
        const { points } = frontierLayout(drawn, 150)
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(frame.left)
          expect(x).toBeLessThanOrEqual(frame.width - frame.right + 1e-9)
          expect(y).toBeGreaterThanOrEqual(frame.top - 1e-9)
          expect(y).toBeLessThanOrEqual(frame.height - frame.bottom + 1e-9)
        }
        const labels = points.flatMap(({ label }) => (label ? [label] : []))
        const clash = (all: { x: number; y: number }[], width: number, height: number) =>
          all.some((a, i) => all.slice(i + 1).some((b) => Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height))
        expect(clash(labels, 20, 16)).toBe(false)
        expect(
          clash(
            points.filter(({ isLink }) => isLink),
            27,
            27,
          ),
        ).toBe(false)
        for (const { x, y } of labels) {
          expect(x - 10).toBeGreaterThanOrEqual(frame.left)
          expect(x + 10).toBeLessThanOrEqual(frame.width)
          expect(y - 8).toBeGreaterThanOrEqual(0)
        }
        expect(points[0]!.isLink).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('all four plans of the worked example have their number and are links', () => {
    const all = shownPlans(explainedChoice(), explainedOutcome()).filter(({ marks }) => marks.includes('frontier'))
    const { points, costMarks } = frontierLayout(all, 7)
    expect(points.map(({ label, isLink }) => label !== null && isLink)).toEqual([true, true, true, true])
    expect(costMarks.map(({ pounds }) => pounds)).toEqual([50_000, 55_000, 60_000, 65_000, 70_000, 75_000])
  })
  it('marks are round, reach around all costs, and are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (least, more) => {
        const marks = marksBetween(least, least + more)
        expect(marks[0]).toBeLessThanOrEqual(least)
        expect(marks.at(-1)).toBeGreaterThanOrEqual(least + more)
        expect(marks.length).toBeLessThanOrEqual(7)
      }),
    )
  })
})
