import type { Machine } from '@/lib/platform/machine'
import type { SlipState } from './slip'

export type SlipCommand = 'enter' | 'match' | 'void'

/** RE-01: a slip of the downtime, until the new system holds what it says or two people have said that it need not. */
export const slipMachine: Machine<SlipState, SlipCommand> = {
  open: { enter: { to: 'entered', event: 'ReEntryEntered' }, void: { to: 'void', event: 'ReEntryVoided' } },
  entered: { match: { to: 'matched', event: 'ReEntryMatched' }, void: { to: 'void', event: 'ReEntryVoided' } },
  matched: {},
  void: {},
}
