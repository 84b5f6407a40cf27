import type { Comparison, Rereading } from '../compare/comparison'
import type { LoadedProfile } from '../sameness/load-profile'
import { judge } from './checks/judge'
import { sideFacts } from './checks/side-facts'
import { findDifferences } from './find-differences'
import type { Judged } from './finding'

/** Every difference of two sides with its class, changed paths, checks and severity, one after the other. */
export async function* judgeAll(
  comparison: Comparison,
  rereading: Rereading,
  loaded: LoadedProfile,
): AsyncGenerator<Judged> {
  const { differences, findings } = await findDifferences(comparison, rereading, loaded)
  const facts = sideFacts(comparison, differences, loaded.profile.asOf!)
  for await (const finding of findings) yield judge(finding, facts)
}
