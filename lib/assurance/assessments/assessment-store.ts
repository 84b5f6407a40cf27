import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Answer, Assessment, AssessmentKind, AssessmentState } from './assessment'

const columns = {
  id: true,
  moduleVersionId: true,
  supplierId: true,
  kind: true,
  capabilityIds: true,
  state: true,
  returnReason: true,
  openedAt: true,
  movedAt: true,
  version: true,
} as const
type Row = Omit<Assessment, 'kind' | 'state'> & { kind: string; state: string }
const assessmentOf = (row: Row): Assessment => ({
  ...row,
  kind: row.kind as AssessmentKind,
  state: row.state as AssessmentState,
})
const isOpen = { notIn: ['listed', 'finished', 'withdrawn'] }

export async function findAssessment(tx: Tx, id: string): Promise<Assessment | undefined> {
  const row = await tx.assessment.findUnique({ where: { id }, select: columns })
  return row ? assessmentOf(row) : undefined
}

/** The one assessment of a module version that has not ended. */
export async function findOpenAssessment(tx: Tx, moduleVersionId: string): Promise<Assessment | undefined> {
  const row = await tx.assessment.findFirst({ where: { moduleVersionId, state: isOpen }, select: columns })
  return row ? assessmentOf(row) : undefined
}

/** The open assessments of these module versions, by module version. */
export async function findOpenAssessments(tx: Tx, moduleVersionIds: string[]): Promise<Map<string, string>> {
  const where = { moduleVersionId: { in: moduleVersionIds }, state: isOpen }
  const rows = await tx.assessment.findMany({ where, select: { id: true, moduleVersionId: true } })
  return new Map(rows.map((row) => [row.moduleVersionId, row.id]))
}

/** The assessment in which something can be found now: the open one, else the newest that ended in a listing. */
export async function findAssessmentToFindIn(tx: Tx, moduleVersionId: string): Promise<string | undefined> {
  const rows = await tx.assessment.findMany({
    where: { moduleVersionId, state: { notIn: ['finished', 'withdrawn', 'declared'] } },
    select: { id: true, state: true },
    orderBy: { openedAt: 'desc' },
    take: 50,
  })
  return (rows.find((row) => row.state !== 'listed') ?? rows[0])?.id
}

/** Those of these suppliers, or those in these states, the longest waiting first. */
export async function findAssessments(
  tx: Tx,
  where: { supplierIds?: string[]; states?: AssessmentState[] },
): Promise<Assessment[]> {
  const rows = await tx.assessment.findMany({
    where: {
      ...(where.supplierIds && { supplierId: { in: where.supplierIds } }),
      ...(where.states && { state: { in: where.states } }),
    },
    select: columns,
    orderBy: [{ movedAt: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(assessmentOf)
}

/** False where another is open already: the same event twice opens one. */
export async function addAssessment(tx: Tx, assessment: Assessment): Promise<boolean> {
  const { count } = await tx.assessment.createMany({ data: [assessment], skipDuplicates: true })
  return count === 1
}

export type AssessmentChange = { state: AssessmentState; returnReason?: string | null; capabilityIds?: string[] }
/** The assessment in its new state, or undefined where somebody was faster. */
export async function moveAssessment(
  tx: Tx,
  assessment: Assessment,
  version: number,
  at: Date,
  change: AssessmentChange,
): Promise<Assessment | undefined> {
  const { count } = await tx.assessment.updateMany({
    where: { id: assessment.id, version, state: assessment.state },
    data: { ...change, movedAt: at, version: { increment: 1 } },
  })
  return count === 0 ? undefined : { ...assessment, ...change, movedAt: at, version: version + 1 }
}

/** Capabilities that the module version claims already. */
export async function findClaims(tx: Tx, moduleVersionId: string): Promise<string[]> {
  const rows = await tx.claim.findMany({
    where: { moduleVersionId, withdrawnAt: null },
    select: { capabilityId: true },
  })
  return rows.map((row) => row.capabilityId)
}

/** Declares claims; one that was withdrawn stands again. */
export async function addClaims(tx: Tx, moduleVersionId: string, capabilityIds: string[], id: () => string, at: Date) {
  await tx.claim.createMany({
    data: capabilityIds.map((capabilityId) => ({ id: id(), moduleVersionId, capabilityId, declaredAt: at })),
    skipDuplicates: true,
  })
  const where = { moduleVersionId, capabilityId: { in: capabilityIds } }
  await tx.claim.updateMany({ where, data: { withdrawnAt: null } })
}

export async function withdrawClaims(tx: Tx, { moduleVersionId, capabilityIds }: Assessment, at: Date): Promise<void> {
  const where = { moduleVersionId, capabilityId: { in: capabilityIds }, withdrawnAt: null }
  await tx.claim.updateMany({ where, data: { withdrawnAt: at } })
}

export async function findAnswers(tx: Tx, assessmentId: string): Promise<Map<string, Answer>> {
  const rows = await tx.epicAnswer.findMany({ where: { assessmentId }, select: { epicId: true, answer: true } })
  return new Map(rows.map((row) => [row.epicId, row.answer as Answer]))
}

/** Keeps answers, each in place of an older one of the same epic. */
export async function saveAnswers(tx: Tx, assessmentId: string, answers: [string, Answer][], at: Date): Promise<void> {
  await tx.epicAnswer.deleteMany({ where: { assessmentId, epicId: { in: answers.map(([epicId]) => epicId) } } })
  const rows = [...new Map(answers)].map(([epicId, answer]) => ({ assessmentId, epicId, answer, answeredAt: at }))
  await tx.epicAnswer.createMany({ data: rows })
}
