import { refuse } from '@/lib/platform/refusal'

/** A refusal because of what other facts say. */
export const conflict = (because: string) => refuse({ kind: 'conflict', because })
