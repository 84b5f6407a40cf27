import { describe, expect, it } from 'vitest'
import { next, unreachableStates } from '@/lib/platform/machine'
import { type SavedFilterState, savedFilterStateWords } from './saved-filter'
import { type SavedFilterCommand, savedFilterMachine } from './saved-filter-machine'

describe('the machine of a saved filter', () => {
  it.each([
    ['live', 'look', 'live', 'SavedFilterLookedAt'],
    ['live', 'archive', 'archived', 'SavedFilterArchived'],
    ['live', 'restore', undefined, undefined],
    ['archived', 'look', undefined, undefined],
    ['archived', 'archive', undefined, undefined],
    ['archived', 'restore', 'live', 'SavedFilterRestored'],
  ] as [SavedFilterState, SavedFilterCommand, string | undefined, string | undefined][])(
    '%s, %s → %s',
    (state, command, to, event) => {
      const edge = next<SavedFilterState, SavedFilterCommand>(savedFilterMachine, state, command)
      expect([edge?.to, edge?.event]).toEqual([to, event])
    },
  )

  it('reaches every state, and each has a word', () => {
    expect(unreachableStates(savedFilterMachine, 'live')).toEqual([])
    expect(Object.keys(savedFilterStateWords)).toEqual(Object.keys(savedFilterMachine))
  })
})
