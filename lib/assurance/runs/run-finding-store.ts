import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'

type FindingOfRun = {
  moduleVersionId: string
  standardVersionId: string
  requirementId: string
  runId: string
  /** Of the signed envelope: the evidence that the finding rests on. */
  sha256: string
  title: string
  reason: string
  foundOn: Date
  validUntil: Date | null
  recordedAt: Date
}
/** Writes a MET finding that a run stands for, in nobody's name, with the run's envelope as its evidence (NC-03, AC-03). */
export async function addFindingOfRun(tx: Tx, of: FindingOfRun): Promise<void> {
  const { title, sha256, recordedAt, ...finding } = of
  const evidenceId = newId()
  const { moduleVersionId } = finding
  const evidence = { id: evidenceId, moduleVersionId, title, sha256, visibility: 'PUBLIC', addedAt: recordedAt }
  await tx.evidence.create({ data: evidence, select: { id: true } })
  const row = { ...finding, id: newId(), outcome: 'MET', evidenceIds: [evidenceId], recordedAt }
  await tx.finding.create({ data: row, select: { id: true } })
}
