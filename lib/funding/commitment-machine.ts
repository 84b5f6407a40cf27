import type { Machine } from '@/lib/platform/machine'
import type { CommitmentCommand, CommitmentState } from './commitment'

const spending = {
  spend: { to: 'part-spent', event: 'FundsSpent' },
  'spend-all': { to: 'spent', event: 'FundsSpent' },
} as const
const returning = {
  return: { to: 'part-spent', event: 'FundsReturned' },
  'return-all': { to: 'committed', event: 'FundsReturned' },
} as const
const ending = {
  release: { to: 'released', event: 'FundsReleased' },
  roll: { to: 'rolled', event: 'FundsRolled' },
} as const

/** The life of a slice on a budget line; it begins by being reserved (event FundsReserved). */
export const commitmentMachine: Machine<CommitmentState, CommitmentCommand> = {
  reserved: {
    commit: { to: 'committed', event: 'FundsCommitted' },
    release: { to: 'released', event: 'FundsReleased' },
  },
  committed: { ...spending, ...ending },
  'part-spent': { ...spending, ...returning, ...ending },
  spent: returning,
  released: {},
  rolled: {},
}
