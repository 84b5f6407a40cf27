import type { Day } from '@/lib/platform/days'

/** How many practices, or patients, run each system: source name → count. Unresolved practices stand in no count. */
export type SystemCounts = Record<string, number>

/** One area of commissioning: what its practices run now and ran before. */
export type AreaFigures = {
  code: string
  name: string
  icbCode: string
  icbName: string
  /** Practices with one principal system, by system. */
  practices: SystemCounts
  /** Their registered patients, by system; a practice without a list counts 0. */
  patients: SystemCounts
  /** Practices in which the source names two principal systems. */
  unresolved: number
  /** Practices of the earlier list, by system. It knows EMIS and TPP only: absence there is "unknown" (IMP-10). */
  before: SystemCounts
  /** Practices resolved in both lists: `EMIS>TPP` → count. */
  moves: SystemCounts
}

export type Market = {
  /** `files`: shipped figures, computed from the public files; `database`: from what was imported here. */
  origin: 'files' | 'database'
  nowAsOf: Day
  beforeAsOf: Day | null
  patientsAsOf: Day | null
  areas: AreaFigures[]
  /** Practices of the earlier list whose area is not known. */
  unplacedBefore: SystemCounts
}

export const systemNames: Record<string, string> = {
  EMIS: 'EMIS',
  TPP: 'TPP SystmOne',
  MEDICUS: 'Medicus',
}

/** The system as people call it. */
export const systemName = (source: string): string => systemNames[source] ?? source

export const attribution = 'Contains information from NHS England, licensed under the Open Government Licence v3.0'

export const weights = { practices: 'practices', patients: 'registered patients' } as const
export type Weight = keyof typeof weights
