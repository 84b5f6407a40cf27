import type { Machine } from '@/lib/platform/machine'
import type { ClaimState } from './dependency-claim'

export type ClaimCommand = 'confirm' | 'dispute' | 'prove' | 'claim-again' | 'drop'

const [confirm, dispute, prove, again, drop] = [
  { to: 'confirmed', event: 'DependencyConfirmed' },
  { to: 'disputed', event: 'DependencyDisputed' },
  { to: 'proven', event: 'DependencyProven' },
  { to: 'claimed', event: 'DependencyClaimed' },
  { to: 'dropped', event: 'DependencyDropped' },
] as const

/**
 * The other supplier answers, and may think again; a test of the pair settles it (DEP-1). A claim that changes begins anew,
 * one that the text no longer makes is dropped.
 */
export const dependencyMachine = {
  claimed: { confirm, dispute, prove, 'claim-again': again, drop },
  confirmed: { dispute, prove, 'claim-again': again, drop },
  disputed: { confirm, prove, 'claim-again': again, drop },
  proven: { 'claim-again': again, drop },
  dropped: { 'claim-again': again },
} satisfies Machine<ClaimState, ClaimCommand>
