import type { Day } from '@/lib/platform/days'

export const siteStates = ['planned', 'half-confirmed', 'disputed', 'live', 'ceased'] as const
export type SiteState = (typeof siteStates)[number]

export const siteStateLabels: Record<SiteState, string> = {
  planned: 'Not yet in use',
  'half-confirmed': 'Confirmed by one side',
  disputed: 'The two sides name different days',
  live: 'In use',
  ceased: 'No longer in use',
}
export const siteStateColours: Record<SiteState, 'blue' | 'green' | 'yellow' | 'red' | 'grey'> = {
  planned: 'grey',
  'half-confirmed': 'yellow',
  disputed: 'red',
  live: 'green',
  ceased: 'grey',
}

export type SiteSide = 'practice' | 'supplier'

export type ContractSite = {
  id: string
  contractId: string
  practiceId: string
  state: SiteState
  practiceSaysOn: Day | null
  supplierSaysOn: Day | null
  liveOn: Day | null
  /** What each side says the day was, where the confirmed one was wrong. */
  practiceCorrectsTo: Day | null
  supplierCorrectsTo: Day | null
  ceasedOn: Day | null
  /** The site of the practice that this one succeeds. */
  succeedsId: string | null
  version: number
}

/** A site with the module that is used there and the days of its contract. */
export type SiteOfModule = ContractSite & { moduleId: string; startsOn: Day; runsUntil: Day }
