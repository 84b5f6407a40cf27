import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import type { Assessment, AssessmentState } from '../assessments/assessment'
import { findOpenAssessment } from '../assessments/assessment-store'
import type { ModuleFacts } from '../facts'
import { loadFacts } from '../facts-store'
import type { Contested } from './contested'
import type { Matter } from './decision-policy'
import { findAssessors } from './decision-store'

export type WholeMatter = Matter & {
  name: string | null
  facts: ModuleFacts
  open: Assessment | undefined
  assessment: AssessmentState | undefined
  contested: Contested | undefined
}

/** What officers decide about: the module version, who assessed it, its facts, and where its assessment stands. */
export async function readMatter(
  tx: Tx,
  moduleVersionId: string,
  contested?: Contested,
): Promise<WholeMatter | undefined> {
  const version = await getVersionById(tx, moduleVersionId)
  if (!version) return undefined
  const { facts } = (await loadFacts(tx, [version])).get(version.id)!
  const open = await findOpenAssessment(tx, version.id)
  const assessorIds = await findAssessors(tx, version.id)
  const { name, supplierId } = version
  const makerIds = contested?.makerIds ?? []
  return { name, supplierId, assessorIds, makerIds, facts, open, assessment: open?.state, contested }
}
