import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { slipLabels, slipStates } from './slip'
import { slipMachine } from './slip-machine'

describe('the machine of a slip (RE-01)', () => {
  it('answers the whole matrix: typed in, then found, or void by two people', () => {
    expect(edgesOf(slipMachine).map(({ state, command, to }) => [state, command, to])).toEqual([
      ['open', 'enter', 'entered'],
      ['open', 'void', 'void'],
      ['entered', 'match', 'matched'],
      ['entered', 'void', 'void'],
    ])
    expect(Object.keys(slipMachine)).toEqual([...slipStates])
    expect(unreachableStates(slipMachine, 'open')).toEqual([])
    for (const { event } of edgesOf(slipMachine)) expect(sentences[event]).toBeDefined()
    for (const state of slipStates) expect(slipLabels[state]).toBeTruthy()
  })
})
