import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Tested } from '../assessments/endpoint-question'
import { findEndpointOf } from '../endpoints/endpoint-store'
import { findRun, findRuns } from './run-store'

/** The endpoint of a module version and the report of its newest dry run that ended well. */
export async function getTested(tx: Tx, moduleVersionId: string): Promise<Tested> {
  const endpoint = await findEndpointOf(tx, moduleVersionId)
  const asked = { moduleVersionIds: [moduleVersionId], kinds: ['DRYRUN' as const], states: ['finished' as const] }
  const [newest] = await findRuns(tx, asked, 1)
  const run = newest && (await findRun(tx, newest.id))
  return { endpoint, dryRun: run?.report ?? undefined }
}
