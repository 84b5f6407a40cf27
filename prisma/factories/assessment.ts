import { findRequirements } from '@/lib/assurance/assessments/find-requirements'
import { openAssessment } from '@/lib/assurance/assessments/open-assessment'
import { passAssessment, readyAssessment } from '@/lib/assurance/assessments/pass-assessment'
import { signFindings } from '@/lib/assurance/assessments/sign-findings'
import { submitAssessment } from '@/lib/assurance/assessments/submit-assessment'
import { addEvidence } from '@/lib/assurance/evidence/add-evidence'
import type { Visibility } from '@/lib/assurance/evidence/evidence'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type MadeModule, module } from './module'
import { organisation } from './organisation'
import { person } from './person'

export type MadeAssessment = {
  id: string
  made: MadeModule
  editor: Actor
  signatory: Actor
  assessor: Actor
  reviewer: Actor
  officers: [Actor, Actor]
}
type Given = { hazard?: string; answered?: boolean }

/** The one epic that must be met for C5 in these tests. */
async function epic(): Promise<void> {
  await db.capability.createMany({
    data: [{ id: 'C5', name: 'Appointments', category: 'GP IT', status: 'effective', version: '1.0.0' }],
    skipDuplicates: true,
  })
  await db.epic.createMany({
    data: [{ id: 'C5E1', title: 'Manage sessions', active: true, supplierDefined: false }],
    skipDuplicates: true,
  })
  await db.capabilityEpic.createMany({
    data: [{ capabilityId: 'C5', epicId: 'C5E1', level: 'MUST' }],
    skipDuplicates: true,
  })
}

/** A module that nobody has listed, its claim of C5 opened for assessment, and everybody who has a part in it. */
async function opened({ hazard = 'LOW', answered = true }: Given = {}): Promise<MadeAssessment> {
  await epic()
  const made = await module.unlisted({ hazard })
  const version = { id: made.moduleVersionId, moduleId: made.moduleId, supplierId: made.supplierId }
  await openAssessment(db, contextOf(system), version, [{ id: 'C5', epicIds: answered ? ['C5E1'] : [] }])
  const { id } = await db.assessment.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
  const authority = (await organisation.authority()).id
  return {
    id,
    made,
    editor: await person.editor(made.supplierId),
    signatory: await person.signatory(made.supplierId),
    assessor: await person.with('assessor', authority),
    reviewer: await person.with('reviewer', authority),
    officers: [await person.officer(authority), await person.officer(authority)],
  }
}

/** Evidence of the supplier: a small table. */
export async function evidenceFor(
  { id, editor }: Pick<MadeAssessment, 'id' | 'editor'>,
  visibility: Visibility = 'BUYERS',
): Promise<string> {
  const bytes = new TextEncoder().encode('check,result\nlogin,passed\n')
  const added = await addEvidence(contextOf(editor), {
    id,
    title: `Report ${newId().slice(0, 4)}`,
    visibility,
    validUntil: '',
    replacesId: '',
    fileName: 'report.csv',
    bytes,
  })
  return value(added).id
}

async function submitted(given: Given = {}): Promise<MadeAssessment> {
  const it = await opened(given)
  await evidenceFor(it)
  value(await submitAssessment(contextOf(it.signatory), await move(it.id)))
  return it
}

/** Everything is found as `outcome` and signed, and it waits for the officers. */
async function forDecision({
  outcome = 'MET' as 'MET' | 'NOT_MET',
  ...given
}: Given & { outcome?: 'MET' | 'NOT_MET' } = {}) {
  const it = await submitted(given)
  const evidence = await db.evidence.findMany({ where: { moduleVersionId: it.made.moduleVersionId } })
  value(await passAssessment(contextOf(it.assessor), await move(it.id)))
  value(
    await findRequirements(contextOf(it.assessor), {
      id: it.id,
      subjects: ['all-unknown'],
      outcome,
      reason: '',
      validUntil: '',
      evidenceIds: evidence.map((e) => e.id),
    }),
  )
  const found = await db.findingProposal.findMany({ where: { assessmentId: it.id } })
  value(await signFindings(contextOf(it.reviewer), { id: it.id, findingIds: found.map((f) => f.id) }))
  value(await passAssessment(contextOf(it.reviewer), await move(it.id)))
  value(await readyAssessment(contextOf(it.reviewer), await move(it.id)))
  return it
}

/** The id and the version of an assessment as a page shows them. */
export async function move(id: string): Promise<{ id: string; version: number }> {
  return db.assessment.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } })
}

/** Assessments in the situations that tests speak of, made by the commands. */
export const assessment = { opened, submitted, forDecision }
