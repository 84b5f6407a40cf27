import 'server-only'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { Tx } from '@/lib/platform/db'
import type { ZipFile } from '@/lib/platform/zip-archive'

/** Everything that is kept of a switch, old statements too, in a fixed order. */
export async function findEvidence(tx: Tx, switchId: string) {
  const where = { switchId }
  const omit = { switchId: true } as const
  return {
    people: await tx.switchPerson.findMany({ where, omit, orderBy: { role: 'asc' } }),
    manifests: await tx.switchManifest.findMany({ where, omit, orderBy: [{ signedAt: 'asc' }, { id: 'asc' }] }),
    keys: await tx.signingKey.findMany({ where, omit, orderBy: { keyId: 'asc' } }),
    accepted: await tx.acceptedDifference.findMany({ where, omit, orderBy: [{ acceptedAt: 'asc' }, { id: 'asc' }] }),
    'sign-offs': await tx.switchSignOff.findMany({ where, omit, orderBy: [{ signedAt: 'asc' }, { id: 'asc' }] }),
    facts: await tx.switchFact.findMany({ where, omit, orderBy: [{ statedAt: 'asc' }, { id: 'asc' }] }),
    hazards: await tx.switchHazard.findMany({ where, omit, orderBy: { number: 'asc' } }),
    radar: await tx.radarLine.findMany({ where, omit, orderBy: { service: 'asc' } }),
    timers: await tx.switchTimer.findMany({ where, omit, orderBy: { kind: 'asc' } }),
    're-entry': await tx.reEntryItem.findMany({ where, omit, orderBy: { number: 'asc' } }),
    'roll-backs': await tx.rollBackProposal.findMany({
      where,
      omit,
      include: { signatures: { select: { personId: true, signedAt: true }, orderBy: { personId: 'asc' } } },
      orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    }),
    certificate: await tx.deletionCertificate.findMany({ where, omit }),
  }
}

/** The events of a switch as their hashes cover them; the person behind one only as the salted reference. */
export const findChained = (tx: Tx, switchId: string) =>
  tx.event.findMany({
    where: { aboutType: 'Switch', aboutId: switchId },
    omit: { id: true, actorId: true, transactionId: true },
    orderBy: { id: 'asc' },
  })

export type Seal = { id: string; sha256: string; sealedById: string; sealedAt: Date; signature: Envelope | null }

/** The last seal of a switch, with the files that it froze. */
export async function findSeal(tx: Tx, switchId: string): Promise<(Seal & { files: ZipFile[] }) | undefined> {
  const row = await tx.evidencePack.findFirst({
    where: { switchId },
    omit: { switchId: true, signedAt: true },
    orderBy: [{ sealedAt: 'desc' }, { id: 'desc' }],
  })
  if (!row) return undefined
  return { ...row, files: row.files as unknown as ZipFile[], signature: row.signature as unknown as Envelope | null }
}

export async function insertSeal(
  tx: Tx,
  { switchId, ...seal }: Omit<Seal, 'signature'> & { switchId: string; files: ZipFile[] },
): Promise<void> {
  await tx.evidencePack.create({ data: { ...seal, switchId }, select: { id: true } })
}

/** Seals that the signer has not signed yet, the oldest first. */
export const findUnsigned = (tx: Tx) =>
  tx.evidencePack.findMany({
    where: { signedAt: null },
    select: { id: true, switchId: true, sha256: true, sealedAt: true },
    orderBy: [{ sealedAt: 'asc' }, { id: 'asc' }],
  })

/** False where it was signed before: the first signature stays. */
export async function saveSignature(tx: Tx, id: string, signature: Envelope, signedAt: Date): Promise<boolean> {
  const { count } = await tx.evidencePack.updateMany({ where: { id, signedAt: null }, data: { signature, signedAt } })
  return count === 1
}
