import { expect, it } from 'vitest'
import { figure, growthOf } from './figure'

const taken = (name: string, value: number) => figure(name, value, 'ms', { baseline: 'b', baselineValue: 1, n: 10 })

it('growth stands beside what both sizes were measured for, and is met up to three times', () => {
  const figures = [
    taken('list.p50', 4),
    taken('list-50000.p50', 10),
    taken('search.cpu', 1),
    taken('search-50000.cpu', 4),
  ]
  expect(growthOf([...figures, taken('alone-50000.p50', 9)]).map((f) => [f.name, f.ratio, f.met])).toEqual([
    ['list.growth-p50', 2.5, true],
    ['search.growth-cpu', 4, false],
  ])
})
