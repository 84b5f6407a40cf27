import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { SignedReport } from '@/lib/reconciliation/report'
import type { ManifestSide } from './switch'
import type { ManifestFact, SignOffFact } from './switch-facts'

export async function findManifests(tx: Tx, switchId: string): Promise<ManifestFact[]> {
  const rows = await tx.switchManifest.findMany({
    where: { switchId, supersededAt: null },
    select: { id: true, phase: true, side: true, sha256: true, supplierId: true, signedById: true, signedAt: true },
    orderBy: { signedAt: 'asc' },
  })
  return rows.map((row) => ({ ...row, side: row.side as ManifestSide }))
}

/** The new manifest of a side takes the place of the one before it, which stays to be read. */
export async function replaceManifest(tx: Tx, manifest: ManifestFact & { switchId: string }): Promise<void> {
  const { switchId, phase, side, signedAt } = manifest
  await tx.switchManifest.updateMany({
    where: { switchId, phase, side, supersededAt: null },
    data: { supersededAt: signedAt },
  })
  await tx.switchManifest.create({ data: manifest })
}

/** After a way back the final load, the proofs and the reverse extract are made anew. */
export async function replaceFinalManifests(tx: Tx, switchId: string, at: Date): Promise<void> {
  const where = { switchId, supersededAt: null, NOT: { phase: { startsWith: 'trial-' } } }
  await tx.switchManifest.updateMany({ where, data: { supersededAt: at } })
}

export type Key = {
  id: string
  switchId: string
  organisationId: string
  keyId: string
  publicKeyPem: string
  registeredById: string
  registeredAt: Date
  revokedAt: Date | null
}

export const findKeys = (tx: Tx, switchId: string): Promise<Key[]> =>
  tx.signingKey.findMany({ where: { switchId }, orderBy: { registeredAt: 'asc' } })

export async function insertKey(tx: Tx, key: Key): Promise<boolean> {
  return (await tx.signingKey.createMany({ data: [key], skipDuplicates: true })).count === 1
}

export async function markRevoked(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.signingKey.update({ where: { id }, data: { revokedAt: at }, select: { id: true } })
}

export type StoredReport = {
  id: string
  switchId: string
  runId: string
  sha256: string
  kind: string
  phase: string
  sourceManifest: string
  targetManifest: string
  signingKeyId: string
  content: SignedReport
  takenInById: string
  takenInAt: Date
}

export async function findReports(tx: Tx, switchId: string) {
  const rows = await tx.verifiedReport.findMany({
    where: { switchId },
    include: { signingKey: { select: { organisationId: true, revokedAt: true } } },
    orderBy: [{ takenInAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ signingKey, content, ...row }) => ({
    ...row,
    content: content as unknown as SignedReport,
    organisationId: signingKey.organisationId,
    keyRevoked: signingKey.revokedAt !== null,
  }))
}
export type FoundReport = Awaited<ReturnType<typeof findReports>>[number]

/** Whether this run or these very bytes were taken in before, for whatever switch. */
export async function isReportKnown(tx: Tx, runId: string, sha256: string): Promise<boolean> {
  return (await tx.verifiedReport.count({ where: { OR: [{ runId }, { sha256 }] } })) > 0
}

/** False where the same run or the same bytes came in at this very moment. */
export async function insertReport(tx: Tx, report: StoredReport): Promise<boolean> {
  return (await tx.verifiedReport.createMany({ data: [report], skipDuplicates: true })).count === 1
}

export const findAccepted = (tx: Tx, switchId: string) =>
  tx.acceptedDifference.findMany({ where: { switchId }, orderBy: { acceptedAt: 'asc' } })

export async function insertAccepted(
  tx: Tx,
  accepted: Awaited<ReturnType<typeof findAccepted>>[number],
): Promise<boolean> {
  return (await tx.acceptedDifference.createMany({ data: [accepted], skipDuplicates: true })).count === 1
}

export async function findSignOffs(tx: Tx, switchId: string): Promise<SignOffFact[]> {
  return tx.switchSignOff.findMany({
    where: { switchId },
    select: { gate: true, role: true, personId: true, factsHash: true, signedAt: true },
    orderBy: { signedAt: 'asc' },
  })
}

/** False where the same role has signed the same facts before. */
export async function insertSignOff(tx: Tx, signOff: SignOffFact & { id: string; switchId: string }): Promise<boolean> {
  return (await tx.switchSignOff.createMany({ data: [signOff], skipDuplicates: true })).count === 1
}

export type Proposal = { id: string; switchId: string; proposedById: string; reason: string; proposedAt: Date }

/** The last proposal to go back with who has signed it; `spent` once the switch has gone back since. */
export async function findLastProposal(
  tx: Tx,
  switchId: string,
): Promise<(Proposal & { signedByIds: string[]; spent: boolean }) | undefined> {
  const row = await tx.rollBackProposal.findFirst({
    where: { switchId },
    orderBy: { proposedAt: 'desc' },
    include: { signatures: { select: { personId: true } } },
  })
  if (!row) return undefined
  const { signatures, ...proposal } = row
  const about = { aboutType: 'Switch', aboutId: switchId, name: 'SwitchRolledBack' }
  const spent = (await tx.event.count({ where: { ...about, at: { gte: proposal.proposedAt } } })) > 0
  return { ...proposal, signedByIds: signatures.map((s) => s.personId), spent }
}

export async function insertRollBackSignature(
  tx: Tx,
  signature: { proposalId: string; personId: string; signedAt: Date },
): Promise<void> {
  await tx.rollBackSignature.createMany({ data: [signature], skipDuplicates: true })
}

export async function insertProposal(tx: Tx, data: Proposal): Promise<void> {
  await tx.rollBackProposal.create({ data, select: { id: true } })
}

export async function findCertificate(tx: Tx, switchId: string): Promise<{ sha256: string; deletedOn: Day } | null> {
  const row = await tx.deletionCertificate.findUnique({
    where: { switchId },
    select: { sha256: true, deletedOn: true },
  })
  return row ? { sha256: row.sha256, deletedOn: dayFromDate(row.deletedOn) } : null
}

export async function insertCertificate(
  tx: Tx,
  certificate: {
    id: string
    switchId: string
    sha256: string
    deletedOn: Day
    supplierId: string
    enteredBy: string
    enteredAt: Date
  },
): Promise<boolean> {
  const data = { ...certificate, deletedOn: dateFromDay(certificate.deletedOn) }
  return (await tx.deletionCertificate.createMany({ data: [data], skipDuplicates: true })).count === 1
}
