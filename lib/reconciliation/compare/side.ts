/** The system that is left, and the one that is gone to. */
export type Side = 'source' | 'target'
