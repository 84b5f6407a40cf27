import type { Envelope } from './envelope'
import { consistencyProof, inclusionProof, type NodeAt } from './merkle-rules'

/** What an outsider is given: the envelope, its place in the log, and a checkpoint of the log (read by verify.mjs). */
export type Proof = {
  envelope: Envelope
  log: { index: number; size: number; proof: string[]; checkpoint: string }
  /** How the log grew since a checkpoint that the reader holds. */
  since?: { size: number; proof: string[] }
}

/** Puts a proof together for the leaf at `index` as the log of `size` leaves stands under that checkpoint. */
export function proofOf(
  envelope: Envelope,
  index: number,
  size: number,
  checkpoint: string,
  at: NodeAt,
  since?: number,
): Proof {
  const base64 = (hashes: Buffer[]) => hashes.map((hash) => hash.toString('base64'))
  return {
    envelope,
    log: { index, size, proof: base64(inclusionProof(index, size, at)), checkpoint },
    ...(since === undefined ? {} : { since: { size: since, proof: base64(consistencyProof(since, size, at)) } }),
  }
}
