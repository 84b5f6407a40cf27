import { expect, it } from 'vitest'
import { activeAfter } from './combobox-keys'

it('CAT-5 the arrows go round through the suggestions and the typed text', () => {
  const down = [null, 0, 1, 2].map((active) => activeAfter('ArrowDown', active, 3))
  const up = [null, 2, 1, 0].map((active) => activeAfter('ArrowUp', active, 3))
  expect([down, up]).toEqual([
    [0, 1, 2, null],
    [2, 1, 0, null],
  ])
  expect([activeAfter('ArrowDown', null, 0), activeAfter('x', 1, 3)]).toEqual([null, 1])
})
