import { expect, it } from 'vitest'
import { absoluteView, type NamedOption } from './absolute-words'

const option = (name: string, pence: bigint, points: bigint | null, worthPence: bigint | null = null): NamedOption => ({
  id: name,
  name,
  cost: { licence: pence, oneOff: 0n, leaving: null, overlap: null },
  meetsMusts: true,
  points,
  worthPence,
})

it('ABS-1 to ABS-3 in words: places, figures, who is beaten and what is not known', () => {
  const options = [
    option('Fern', 100_000n, 300n, 20_000n),
    option('Gorse', 120_000n, 300n, 50_000n),
    option('Hazel', 50_000n, 150n, 0n),
  ]
  const view = absoluteView(options, { floor: 200n, pointScale: 100n })
  expect(
    view.lines.map(({ name, points, perPoint, adjusted, places }) => [
      name,
      points,
      perPoint,
      adjusted,
      ...Object.values(places),
    ]),
  ).toEqual([
    ['Fern', '3.00', '£333.33 a point', '£800.00', '1st', '1st', '3rd'],
    ['Gorse', '3.00', '£400.00 a point', '£700.00', '2nd', '3rd', '2nd'],
    ['Hazel', '1.50', '£333.33 a point', '£500.00', 'Below the least quality', '2nd', '1st'],
  ])
  expect(view.lines.map(({ beaten }) => beaten)).toEqual([null, 'Fern is no dearer and no worse', null])
  expect([view.floor, view.hasPoints, view.hasValues, view.unknown.length]).toEqual(['2.00', true, true, 2])
})

it('what nobody scored or valued is said, not counted as nothing', () => {
  const view = absoluteView([option('Fern', 100n, null)], { floor: null, pointScale: 1n })
  expect(view.lines[0]).toMatchObject({ points: 'Not scored', perPoint: 'None', adjusted: 'No values set' })
  expect(view.lines[0]!.places).toEqual({ threshold: '1st', 'per-point': 'Not scored', 'in-pounds': '1st' })
  expect([view.hasPoints, view.hasValues]).toEqual([false, false])
})

it('places beyond the third, and the eleventh to thirteenth', () => {
  const many = Array.from({ length: 13 }, (_, i) => option(String.fromCharCode(97 + i), BigInt(i), null))
  const { lines } = absoluteView(many, { floor: null, pointScale: 1n })
  expect([3, 10, 11, 12].map((i) => lines[i]!.places.threshold)).toEqual(['4th', '11th', '12th', '13th'])
})
