import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { waitingRewordings } from '../carry-over-rules'
import { isMandatory, type ModuleFacts, type NonConformity, type RequirementKey } from '../facts'
import { factsKnownOn } from '../facts-known-on'
import { isListed, isWithdrawn } from '../label-rules'
import type { Value } from '../requirement-value-rules'
import { type RequirementRow, standardRows } from '../standard-value-rules'

/** A value that is another than on the day compared with. Null: the requirement did not apply. */
export type ValueChange = RequirementKey & { standardId: string; from: Value | null; to: Value | null }
/** What a row opens that has lapsed, or whose waiver has run out while it is still found not met (RF-03, DE-03). */
export type Lapse = RequirementKey & {
  source: NonConformity['source'] & ('LAPSE' | 'STANDARD_REFRESH' | 'FINDING')
  summary: string
}

type Row = RequirementRow & { standardId: string; version: string }

/**
 * What a night sees of a day: its values, by what was known at the end of the day before. So every change stands between
 * exactly two nights, whenever in a day it became known, and a night that is made up for sees what it would have seen.
 */
export function nightView(facts: ModuleFacts, day: Day): Map<string, Row> {
  const known = factsKnownOn(facts, addDays(day, -1))
  if (!isListed(known, day) || isWithdrawn(known, day)) return new Map()
  return new Map(
    standardRows(known, day).flatMap((standard) =>
      standard.rows.map((row) => [
        `${standard.standardId}/${row.requirement.id}`,
        { ...row, standardId: standard.standardId, version: standard.version },
      ]),
    ),
  )
}

/** The values that differ between the views of two nights. A module that was not listed then has nothing to compare with. */
export function changesBetween(before: Map<string, Row>, after: Map<string, Row>): ValueChange[] {
  if (before.size === 0 || after.size === 0) return []
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old?.value === now?.value) return []
    const { standardId, standardVersionId, requirement } = (now ?? old)!
    return [
      {
        standardId,
        standardVersionId,
        requirementId: requirement.id,
        from: old?.value ?? null,
        to: now?.value ?? null,
      },
    ]
  })
}

/**
 * The mandatory rows that have lapsed since, and still are by what is known now; and those that were waived and are found not
 * met. It is the refresh where a newer version has
 * taken the older one's place, or the word on a rewording is missing; else time alone.
 */
export function lapsesOf(facts: ModuleFacts, changes: ValueChange[], before: Map<string, Row>, day: Day): Lapse[] {
  const now = new Map(
    standardRows(facts, day).flatMap((s) => s.rows.map((row) => [`${s.standardId}/${row.requirement.id}`, { s, row }])),
  )
  return changes.flatMap(({ standardId, standardVersionId, requirementId, from, to }): Lapse[] => {
    const key = `${standardId}/${requirementId}`
    const found = now.get(key)
    if (!found || found.row.value !== to || !isMandatory(found.row.requirement)) return []
    if (found.row.standardVersionId !== standardVersionId) return []
    if (from === 'WAIVED' && to === 'BREACHED' && found.row.rule === 'D2c') {
      const summary = `The waiver of ${requirementId} of ${standardId} ${found.s.version} has ended, and it was found not met`
      return [{ standardVersionId, requirementId, source: 'FINDING', summary }]
    }
    if (to !== 'LAPSED') return []
    const until = waitingRewordings(facts, { standardVersionId, requirementId }, day)
    const isRefresh = before.get(key)?.standardVersionId !== standardVersionId || (until !== null && until < day)
    const what = `${requirementId} of ${standardId} ${found.s.version}`
    return [
      {
        standardVersionId,
        requirementId,
        source: isRefresh ? 'STANDARD_REFRESH' : 'LAPSE',
        summary: isRefresh
          ? `${what} is not shown to be met since the newer version binds on ${dayWords(day)}`
          : `What showed that ${what} is met was out of date on ${dayWords(day)}`,
      },
    ]
  })
}
