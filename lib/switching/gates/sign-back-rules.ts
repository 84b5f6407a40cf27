type Proposed = { proposedById: string; signedByIds: string[] }

/**
 * R5: why this person may not sign a way back now, in words; undefined where they may. `needed` others than the one who
 * proposed it sign; with the last signature the clinical lead must be among all of them.
 */
export function mayMoveBack(
  { proposedById, signedByIds }: Proposed,
  personId: string,
  lead: string | undefined,
  needed: number,
): string | undefined {
  if (proposedById === personId) return 'Another person than the one who proposed it must sign'
  if (signedByIds.includes(personId)) return 'You have signed it already: another person must sign too'
  const isLast = signedByIds.length + 1 >= needed
  if (!isLast || [proposedById, ...signedByIds, personId].includes(lead ?? '')) return undefined
  return needed === 1
    ? 'One of the two who sign must be the clinical lead'
    : 'One of the three who propose and sign must be the clinical lead'
}
