import { addDays, type Day, daysBetween } from '@/lib/platform/days'
import type { OrderKind } from '@/lib/procurement/call-offs/form/order-form'

export const contractStates = [
  'mobilising',
  'live',
  'expiring',
  'terminating',
  'terminated',
  'expired',
  'held-over',
  'exiting',
  'closed',
] as const
export type ContractState = (typeof contractStates)[number]

export const contractStateLabels: Record<ContractState, string> = {
  mobilising: 'Being set up',
  live: 'In use',
  expiring: 'Notice date near',
  terminating: 'Notice given',
  terminated: 'Ended by notice',
  expired: 'Expired',
  'held-over': 'Held over',
  exiting: 'Being wound up',
  closed: 'Closed',
}
export const contractStateColours: Record<ContractState, 'blue' | 'green' | 'yellow' | 'orange' | 'grey'> = {
  mobilising: 'blue',
  live: 'green',
  expiring: 'yellow',
  terminating: 'orange',
  terminated: 'grey',
  expired: 'grey',
  'held-over': 'orange',
  exiting: 'orange',
  closed: 'grey',
}

export type Contract = {
  id: string
  callOffId: string | null
  number: string
  /** A module, or a service of one: what was ordered. A contract from before the portal is for a module. */
  kind: OrderKind
  practiceId: string
  payerId: string
  supplierId: string
  moduleId: string | null
  moduleVersionId: string | null
  listingVersionId: string | null
  moduleName: string
  termsHash: string | null
  startsOn: Day
  endsOn: Day
  noticeDays: number
  /** The last day in force: the end, the day of a notice, or the last day of a hold-over. */
  runsUntil: Day
  yearlyPence: bigint
  totalPence: bigint
  listSize: number | null
  /** The route's cap on the whole life, net; null where there is none or it is not known (A6). */
  capPence: bigint | null
  state: ContractState
  version: number
  madeAt: Date
}

/** A contract with the names of its parties, as lists show it. */
export type ContractLine = Contract & {
  practice: string
  payer: string
  supplier: string
  noticeDate: Day
  daysLeft: number
  /** The practices that have a site in it. */
  practiceIds: string[]
}

/** The last day on which notice can be given: end − notice days (H1). */
export const noticeDateOf = ({ endsOn, noticeDays }: Pick<Contract, 'endsOn' | 'noticeDays'>): Day =>
  addDays(endsOn, -noticeDays)

/** Days until the notice date; negative once it has passed. */
export const daysToNotice = (contract: Pick<Contract, 'endsOn' | 'noticeDays'>, today: Day): number =>
  daysBetween(today, noticeDateOf(contract))

/** Whether the contract has not ended for good: its practice may still depend on what it pays for. */
export const isUnended = ({ state }: Pick<Contract, 'state'>): boolean => !['terminated', 'closed'].includes(state)

/** Whether a practice still uses what this contract pays for: such a contract can be left by a switch. A piece of work cannot. */
export const isRunning = ({ state, kind }: Pick<Contract, 'state' | 'kind'>): boolean =>
  kind === 'module' && ['live', 'expiring', 'terminating', 'expired', 'held-over'].includes(state)

/** C1: one contract at a time for a practice and a module. */
export const overlapWords =
  'The practice has another contract for this module in these days. Two contracts may follow each other, but not overlap.'
