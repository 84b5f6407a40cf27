import type { Day } from '@/lib/platform/days'
import type { ModuleFacts } from '../facts'
import { isListed } from '../label-rules'
import { acceptableRows, appliesTo, rankOf, type StandardRow, standardRows } from '../standard-value-rules'
import { isNewerVersion } from '../version-order-rules'

/**
 * What an assessor can find out on that day: every standard in the version by which the module is measured, and for a listed
 * module the acceptable versions after that one (SV-03), so that what is new or stricter is proved before it binds. Of a
 * later version only what does not stand on a carry-over is asked (RF-01).
 */
export function standardsToFind(facts: ModuleFacts, day: Day): StandardRow[] {
  const measured = standardRows(facts, day)
  if (!isListed(facts, day)) return measured
  const later = facts.standards
    .filter((standard) => appliesTo(standard, facts))
    .flatMap((standard) => {
      const best = measured.find((row) => row.standardId === standard.id)
      return best ? acceptableRows(standard, facts, day).filter((row) => isNewerVersion(row, best)) : []
    })
    .map((row) => ({ ...row, rows: row.rows.filter(isAsked) }))
  return [...measured, ...later].filter((row) => row.rows.length > 0)
}

const isAsked = ({ requirement, value }: StandardRow['rows'][number]): boolean =>
  requirement.carriedFrom === undefined || rankOf(value) < rankOf('WORK_OFF')
