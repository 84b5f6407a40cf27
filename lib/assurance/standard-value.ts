import type { Value } from './requirement-value-rules'

/** What is derived of one standard for a module version on a day: in the version that is its best (DV-01). */
export type StandardValue = { standardId: string; name: string; version: string; value: Value }
