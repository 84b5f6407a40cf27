import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { type Assessment, isUnderReview } from './assessment'
import { findAssessment } from './assessment-store'

export type NamedAssessment = Assessment & { name: string; underReview: boolean }

/** An assessment with its module's name: for letters of the portal itself, so no actor is asked. */
export async function readAssessment(tx: Tx, id: string): Promise<NamedAssessment | undefined> {
  const assessment = isId(id) ? await findAssessment(tx, id) : undefined
  const version = assessment && (await getVersionById(tx, assessment.moduleVersionId))
  if (!version) return undefined
  return {
    ...assessment,
    name: `${version.name ?? 'A module'} ${version.version}`,
    underReview: isUnderReview(assessment),
  }
}
