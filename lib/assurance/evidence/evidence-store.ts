import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { EvidenceItem, Visibility } from './evidence'

const columns = {
  id: true,
  moduleVersionId: true,
  title: true,
  sha256: true,
  validUntil: true,
  visibility: true,
  addedAt: true,
  replacesId: true,
} as const

/** Evidence of a module version, the newest first, without the bytes. */
export async function findEvidence(tx: Tx, moduleVersionId: string): Promise<EvidenceItem[]> {
  const rows = await tx.evidence.findMany({ where: { moduleVersionId }, select: columns, orderBy: { addedAt: 'desc' } })
  const files = await tx.evidenceFile.findMany({
    where: { evidenceId: { in: rows.map((row) => row.id) } },
    select: { evidenceId: true, fileName: true, contentType: true, byteCount: true },
  })
  return rows.map((row) => {
    const file = files.find((f) => f.evidenceId === row.id)
    return {
      ...row,
      visibility: row.visibility as Visibility,
      validUntil: row.validUntil && dayFromDate(row.validUntil),
      file: file ? { name: file.fileName, contentType: file.contentType, byteCount: file.byteCount } : null,
    }
  })
}

/** One evidence with its bytes. */
export async function findEvidenceFile(tx: Tx, id: string) {
  const row = await tx.evidence.findUnique({ where: { id }, select: columns })
  const file = row && (await tx.evidenceFile.findUnique({ where: { evidenceId: id } }))
  return file && row ? { ...row, visibility: row.visibility as Visibility, ...file } : undefined
}

type New = Omit<EvidenceItem, 'file'> & {
  addedById: string
  file: { fileName: string; contentType: string; bytes: Uint8Array }
}
export async function insertEvidence(tx: Tx, { file, validUntil, ...evidence }: New): Promise<void> {
  await tx.evidence.create({
    data: { ...evidence, validUntil: validUntil && dateFromDay(validUntil) },
    select: { id: true },
  })
  await tx.evidenceFile.create({
    data: {
      evidenceId: evidence.id,
      ...file,
      bytes: new Uint8Array(file.bytes),
      byteCount: file.bytes.length,
    },
    select: { evidenceId: true },
  })
}
