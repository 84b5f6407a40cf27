import type { MapLine } from '../evidence/bundle'
import type { Check } from './check'

/** Which check speaks of which requirement, and how far it proves it (CK-06): a line for each pair. */
export const mapOf = (checks: readonly Check[]): MapLine[] =>
  checks.flatMap(({ id, requirement, alsoFor = [], strength }) =>
    [requirement, ...alsoFor].map((one) => ({ check: id, requirement: one, strength })),
  )
