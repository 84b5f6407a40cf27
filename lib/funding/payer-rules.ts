/** Who pays, and for whom: a commissioner for its practices, or a practice for itself. */
type Payer = { id: string; kind: string }

/** A practice has money of its own means only: its stream is LOCAL (T9). @returns why the stream will not do */
export function streamProblem(payerKind: string, stream: string): string | undefined {
  return payerKind === 'practice' && stream !== 'LOCAL'
    ? 'A practice that pays for itself does so from its own means: the stream is LOCAL'
    : undefined
}

/** @returns why this payer cannot be asked by that organisation; undefined where it can */
export function payerProblem(payer: Payer, requesterOrgId: string): string | undefined {
  if (payer.kind === 'practice' && payer.id !== requesterOrgId) return 'A practice pays for itself only'
  return ['practice', 'commissioner'].includes(payer.kind)
    ? undefined
    : 'Only a commissioner, or a practice itself, can be the payer'
}
