/** A share of the commitment in percent that is reached, or that there is more than the whole. */
export type CommitmentAlarm = { kind: 'share'; percent: number } | { kind: 'over-commitment' }

/**
 * Which alarms a year's charges are due (G8): each set share that they reach, smallest first, and `over-commitment` from the
 * first penny above the whole. Nothing is charged: nothing is due. Where nothing is committed, no share can be reached.
 */
export function alarmsDue(chargedPence: bigint, committedPence: bigint, shares: number[]): CommitmentAlarm[] {
  if (chargedPence <= 0n) return []
  const reached = shares
    .filter((percent) => committedPence > 0n && chargedPence * 100n >= committedPence * BigInt(percent))
    .toSorted((a, b) => a - b)
    .map((percent): CommitmentAlarm => ({ kind: 'share', percent }))
  return chargedPence > committedPence ? [...reached, { kind: 'over-commitment' }] : reached
}
