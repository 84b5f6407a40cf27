import type { Day } from '@/lib/platform/days'

/** One check of one version of the suite: what a test is, for whoever says that it is wrong (DE-03). */
export type CheckOfSuite = { check: string; suiteVersion: string }

/** Two officers say that a check is wrong: of nobody does its result count from `from` to `until`, both days included. */
export type CheckWaiver = CheckOfSuite & { id: string; decisionId: string; from: Day; until: Day }
