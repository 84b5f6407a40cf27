import type { Day } from '@/lib/platform/days'

export const capacityKinds = {
  'trial-load': 'Trial loads',
  'final-load': 'Final loads',
  trainer: 'Trainers',
} as const
export type CapacityKind = keyof typeof capacityKinds

/** CC-01: what an organisation can do of a kind in the week that begins on this Monday. */
export type CapacityWeek = {
  id: string
  organisationId: string
  kind: CapacityKind
  week: Day
  slots: number
  taken: number
  blackout: boolean
}

export const freeSlots = ({ slots, taken, blackout }: CapacityWeek): number => (blackout ? 0 : slots - taken)
