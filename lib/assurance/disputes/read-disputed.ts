import 'server-only'
import type { Day } from '@/lib/platform/days'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { CheckOfSuite } from '../check-waivers/check-waiver'
import { findDisputedChecks, findDisputedFindings, findersOf } from './dispute-store'

/** What a dispute is about: what people found, or what a check did. */
export type Disputed = {
  moduleVersionId: string
  /** The requirement or capability, and the check where a machine said it. */
  subject: string
  on: Day
  words: string | null
  /** It says that something is not met: only that can be disputed. */
  adverse: boolean
  /** Who found and signed it: they do not answer. Nobody where a machine's run stands for it. */
  finders: string[]
  requirement: { standardVersionId: string; requirementId: string } | undefined
  check: CheckOfSuite | undefined
}
type Named = { findingId?: string | null | undefined; checkFactId?: string | null | undefined }

/** What these disputes are about, by the id of the finding or of the result; the same two statements however many. */
export async function readDisputed(tx: Tx, named: Named[]): Promise<Map<string, Disputed>> {
  const ids = (key: keyof Named) => named.flatMap((n) => n[key] ?? [])
  const findings = await findDisputedFindings(tx, ids('findingId'))
  const checks = await findDisputedChecks(tx, ids('checkFactId'))
  return new Map<string, Disputed>([
    ...findings.map((f): [string, Disputed] => {
      const { standardVersionId, requirementId } = f
      const requirement = standardVersionId && requirementId ? { standardVersionId, requirementId } : undefined
      const subject = requirementId ?? f.capabilityId ?? 'a requirement'
      const [on, adverse] = [dayFromDate(f.foundOn), f.outcome === 'NOT_MET']
      const rest = { on, words: f.reason, adverse, finders: findersOf(f), requirement, check: undefined }
      return [f.id, { moduleVersionId: f.moduleVersionId, subject, ...rest }]
    }),
    ...checks.map((c): [string, Disputed] => {
      const subject = `${c.requirementId}, check ${c.check} of suite ${c.suiteVersion}`
      const [on, adverse] = [dayFromDate(c.foundOn), c.result === 'FAIL' && c.kind !== 'DRYRUN']
      const rest = { on, words: c.message, adverse, finders: [], requirement: undefined }
      return [c.id, { moduleVersionId: c.moduleVersionId, subject, ...rest, check: c }]
    }),
  ])
}

/** The key under which `readDisputed` answers. */
export const disputedIdOf = ({ findingId, checkFactId }: Named): string => findingId ?? checkFactId ?? ''
