import { describe, expect, it } from 'vitest'
import { next, unreachableStates } from '@/lib/platform/machine'
import { type ShortlistState, shortlistStateWords } from './shortlist'
import { type ShortlistCommand, shortlistMachine } from './shortlist-machine'

describe('the machine of a shortlist', () => {
  it.each([
    ['live', 'add-module', 'live', 'ShortlistModuleAdded'],
    ['live', 'remove-module', 'live', 'ShortlistModuleRemoved'],
    ['live', 'archive', 'archived', 'ShortlistArchived'],
    ['live', 'restore', undefined, undefined],
    ['archived', 'add-module', undefined, undefined],
    ['archived', 'remove-module', undefined, undefined],
    ['archived', 'archive', undefined, undefined],
    ['archived', 'restore', 'live', 'ShortlistRestored'],
  ] as [ShortlistState, ShortlistCommand, string | undefined, string | undefined][])(
    '%s, %s → %s',
    (state, command, to, event) => {
      const edge = next<ShortlistState, ShortlistCommand>(shortlistMachine, state, command)
      expect([edge?.to, edge?.event]).toEqual([to, event])
    },
  )

  it('reaches every state, and each has a word', () => {
    expect(unreachableStates(shortlistMachine, 'live')).toEqual([])
    expect(Object.keys(shortlistStateWords)).toEqual(Object.keys(shortlistMachine))
  })
})
