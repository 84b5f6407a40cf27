import type { Context } from '@/lib/platform/context'

/** How recently a person must have proved who they are before they bind their organisation or move its money: 5 minutes (S1, V4). */
const freshProofMinutes = 5

export const isFreshProof = (ctx: Pick<Context, 'now'>, provedAt: Date): boolean =>
  ctx.now.getTime() - provedAt.getTime() <= freshProofMinutes * 60_000

/** `next`: what they do then, such as *sign*. */
export const staleProofWords = (next = 'go on'): string =>
  `You proved who you are more than ${freshProofMinutes} minutes ago. Prove it again, then ${next} within ${freshProofMinutes} minutes.`
