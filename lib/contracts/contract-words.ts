import type { Contract, ContractState } from './contract'

type Words = { who: string; next: string }

/** Who has a contract, and what is next. A merger, a split or another service is done once; a system is used. */
export const whatIsNext = ({ state, kind }: Pick<Contract, 'state' | 'kind'>): Words =>
  (kind === 'module' ? undefined : ofService[state]) ?? ofSystem[state]

const ofService: Partial<Record<ContractState, Words>> = {
  mobilising: {
    who: 'The practice and the supplier',
    next: 'Carry out the work, then both confirm the day on which it was done.',
  },
  live: { who: 'Nobody has to act now', next: 'The work is done: both sides have said so.' },
}

const ofSystem: Record<ContractState, Words> = {
  mobilising: {
    who: 'The practice and the supplier',
    next: 'Put the system to use, then both confirm the day of go-live.',
  },
  live: {
    who: 'Nobody has to act now',
    next: 'Six months before the last day to give notice the owners are reminded to stay, renegotiate or move.',
  },
  expiring: {
    who: 'The payer and the practice',
    next: 'Decide to stay, renegotiate or move. Without a decision the contract expires on its end: it never renews by itself.',
  },
  terminating: {
    who: 'Nobody has to act now',
    next: 'Nothing changes before the last day. Both sides can take the notice back.',
  },
  terminated: { who: 'The payer', next: 'Start the exit.' },
  expired: {
    who: 'The payer',
    next: 'Hold the contract over for a limited time, once the money for it is approved, or start the exit. Use after the end is unfunded use: the portal does not switch it off, and it is not charged without a hold-over.',
  },
  'held-over': { who: 'The payer', next: 'Start the exit. It starts by itself after the last day of the hold-over.' },
  exiting: {
    who: 'Practice, supplier and payer',
    next: 'Do what is on the exit list. The payer closes the contract when all of it is done.',
  },
  closed: { who: 'Nobody', next: 'The contract is closed.' },
}

/** What a page says after an act. */
export const contractDone: Record<string, string> = {
  confirmed: 'The day is confirmed.',
  notice: 'Notice is given.',
  rescinded: 'Your side has signed that the notice is taken back.',
  'hold-over-asked': 'The payer is asked for the money. It is reserved until it decides.',
  'held-over': 'The contract is held over.',
  exit: 'The exit has started.',
  ticked: 'It is recorded as done.',
  closed: 'The contract is closed.',
  corrected: 'Your side’s word on the day is recorded.',
  ceased: 'The site is recorded as no longer in use.',
}
