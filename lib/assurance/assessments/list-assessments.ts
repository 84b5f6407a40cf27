import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Assessment } from './assessment'
import { isAuthority } from './assessment-policy'
import { findAssessments } from './assessment-store'
import { countUnsigned } from './finding-store'

export type AssessmentRow = Pick<Assessment, 'id' | 'state' | 'kind' | 'capabilityIds' | 'returnReason'> & {
  name: string
  supplier: string
  since: Day
  unsigned: number
}

/** The supplier's own assessments, the longest waiting first; undefined to who is of no supplier. */
export async function listOwnAssessments(ctx: Context): Promise<AssessmentRow[] | undefined> {
  const supplierIds = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  return supplierIds.length === 0 ? undefined : rowsOf(await findAssessments(db, { supplierIds }))
}

/** What is under review, the longest waiting first; undefined to all but assessors, reviewers and officers. */
export async function listAssessmentQueue(ctx: Context): Promise<AssessmentRow[] | undefined> {
  if (!isAuthority(ctx.actor)) return undefined
  const states = ['pre-check', 'capability-review', 'standards-review', 'for-decision'] as const
  return rowsOf(await findAssessments(db, { states: [...states] }))
}

async function rowsOf(assessments: Assessment[]): Promise<AssessmentRow[]> {
  const versions = await listVersionsById(
    db,
    assessments.map((a) => a.moduleVersionId),
  )
  const unsigned = await countUnsigned(
    db,
    assessments.map((a) => a.id),
  )
  return assessments.map(({ id, state, kind, capabilityIds, returnReason, movedAt, moduleVersionId }) => {
    const version = versions.find((v) => v.id === moduleVersionId)
    return {
      id,
      state,
      kind,
      capabilityIds,
      returnReason,
      name: `${version?.name ?? 'A module without a name'} ${version?.version ?? ''}`.trim(),
      supplier: version?.supplierBrand ?? 'Unknown supplier',
      since: dayOf(movedAt),
      unsigned: unsigned.get(id) ?? 0,
    }
  })
}
