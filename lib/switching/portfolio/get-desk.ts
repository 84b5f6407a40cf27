import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { DifferenceCount } from '@/lib/reconciliation/report'
import { type Duty, dutiesOf, type Side } from './duty-rules'
import { findLastReports, findOn, findTimersOf } from './portfolio-store'

export type DeskFinding = {
  switchId: string
  reportId: string
  practice: string
  phase: string
  takenInAt: Date
  verdict: string
  unexplained: Record<'S1' | 'S2' | 'S3', DifferenceCount>
}
export type Desk = { duties: (Duty & { practice: string })[]; findings: DeskFinding[]; switches: number }

/**
 * What a supplier owes in all its switches, the soonest first, and what the last comparison of each found; undefined to all but
 * suppliers. A supplier that stands on both sides of a switch has the duties of both.
 */
export async function getDesk(actor: Actor, now: Date): Promise<Desk | undefined> {
  const own = organisationsOf(actor, 'supplier-editor', 'supplier-signatory')
  if (own.length === 0) return undefined
  const switches = await findOn(db, own, ['losingSupplierId', 'gainingSupplierId'])
  const ids = switches.map((s) => s.id)
  const [timers, reports] = await Promise.all([findTimersOf(db, ids), findLastReports(db, ids)])
  const name = await listNames(
    db,
    switches.map((s) => s.practiceId),
  )
  const practiceOf = new Map(switches.map((s) => [s.id, name(s.practiceId)]))
  const duties = switches.flatMap((of) => {
    const sides: Side[] = []
    if (own.includes(of.losingSupplierId)) sides.push('losing')
    if (of.gainingSupplierId && own.includes(of.gainingSupplierId)) sides.push('gaining')
    return dutiesOf(of, sides, timers.get(of.id) ?? [], dayOf(now))
  })
  return {
    switches: switches.length,
    duties: duties
      .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
      .map((duty) => ({ ...duty, practice: practiceOf.get(duty.switchId)! })),
    findings: reports.map(({ id, switchId, phase, takenInAt, content: { verdict, totals } }) => {
      const { S1, S2, S3 } = totals.unexplained
      return {
        switchId,
        reportId: id,
        practice: practiceOf.get(switchId)!,
        phase,
        takenInAt,
        verdict,
        unexplained: { S1, S2, S3 },
      }
    }),
  }
}
