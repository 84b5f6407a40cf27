import type { Hazard } from '../facts'
import type { Source } from './non-conformity'

/** Opened because a day passed, not because somebody or something found it broken: it lapses the requirement (D4). */
export const isByTime = ({ source }: { source: Source }): boolean => source === 'LAPSE' || source === 'STANDARD_REFRESH'

const weights: Record<Hazard, number> = { NONE: 0, LOW: 1, CLINICAL_SAFETY: 2, SECURITY: 2, DATA_LOSS: 2 }

/** A severity is raised, never lowered (§6): only to a hazard of greater weight. */
export const isGraver = (to: Hazard, from: Hazard): boolean => weights[to] > weights[from]
