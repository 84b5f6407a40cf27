import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type NamedWitness = { name: string; publicKey: string }
export type SeenBy = { witness: string; line: string; seenAt: Date }

/** Witnesses that were named and not ended. */
export const findWitnesses = (tx: Tx): Promise<NamedWitness[]> =>
  tx.logWitness.findMany({
    where: { endedAt: null },
    orderBy: { name: 'asc' },
    select: { name: true, publicKey: true },
  })

/** Names a witness; whether neither name nor key was there before. */
export async function addWitness(tx: Tx, { name, publicKey }: NamedWitness, namedAt: Date): Promise<boolean> {
  const { count } = await tx.logWitness.createMany({ data: [{ name, publicKey, namedAt }], skipDuplicates: true })
  return count === 1
}

/** Ends a witness; whether there was one. */
export async function endWitnessOf(tx: Tx, name: string, endedAt: Date): Promise<boolean> {
  const { count } = await tx.logWitness.updateMany({ where: { name, endedAt: null }, data: { endedAt } })
  return count === 1
}

/** The first co-signature of a witness for a size is kept; whether this was it. */
export async function addCosignature(
  tx: Tx,
  { size, ...row }: SeenBy & { size: number; receivedAt: Date },
): Promise<boolean> {
  const { count } = await tx.logCosignature.createMany({ data: [{ size: BigInt(size), ...row }], skipDuplicates: true })
  return count === 1
}

/** Who co-signed the checkpoint of that size, of the witnesses that count today. */
export const findCosignatures = (tx: Tx, size: number): Promise<SeenBy[]> =>
  tx.logCosignature.findMany({
    where: { size: BigInt(size), by: { endedAt: null } },
    orderBy: { witness: 'asc' },
    select: { witness: true, line: true, seenAt: true },
  })
