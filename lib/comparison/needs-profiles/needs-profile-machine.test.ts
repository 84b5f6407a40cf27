import { describe, expect, it } from 'vitest'
import { next, unreachableStates } from '@/lib/platform/machine'
import { type NeedsProfileState, needsProfileStateWords } from './needs-profile'
import { type NeedsProfileCommand, needsProfileMachine } from './needs-profile-machine'

describe('the machine of a needs profile', () => {
  it.each([
    ['live', 'edit', 'live', 'NeedsProfileEdited'],
    ['live', 'share', 'live', 'NeedsProfileShared'],
    ['live', 'unshare', 'live', 'NeedsProfileUnshared'],
    ['live', 'archive', 'archived', 'NeedsProfileArchived'],
    ['live', 'restore', undefined, undefined],
    ['archived', 'edit', undefined, undefined],
    ['archived', 'share', undefined, undefined],
    ['archived', 'unshare', 'archived', 'NeedsProfileUnshared'],
    ['archived', 'archive', undefined, undefined],
    ['archived', 'restore', 'live', 'NeedsProfileRestored'],
  ] as [NeedsProfileState, NeedsProfileCommand, string | undefined, string | undefined][])(
    '%s, %s → %s',
    (state, command, to, event) => {
      const edge = next<NeedsProfileState, NeedsProfileCommand>(needsProfileMachine, state, command)
      expect([edge?.to, edge?.event]).toEqual([to, event])
    },
  )

  it('reaches every state, and each has a word', () => {
    expect(unreachableStates(needsProfileMachine, 'live')).toEqual([])
    expect(Object.keys(needsProfileStateWords)).toEqual(Object.keys(needsProfileMachine))
  })
})
