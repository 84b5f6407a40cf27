import type { Day } from '@/lib/platform/days'
import { type CheckResult, checkWaivedUntil } from '../facts'

/**
 * Whether a check that is not under waiver says at its newest result that the requirement is not kept. Where none does, what the
 * machine opened rests on a test alone that two officers hold to be wrong (DE-03). What proves nothing is passed over (INV-04).
 */
export function stillFails(checks: CheckResult[], today: Day): boolean {
  const counting = checks.filter(
    (c) =>
      c.logged && c.run !== 'DRYRUN' && (c.result === 'PASS' || c.result === 'FAIL') && !checkWaivedUntil(c, today),
  )
  const newest = new Map<string, CheckResult>()
  for (const c of counting.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq)))
    newest.set(c.check, c)
  return [...newest.values()].some((c) => c.result === 'FAIL')
}
