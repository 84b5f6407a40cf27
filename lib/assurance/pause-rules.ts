import { addDays, type Day } from '@/lib/platform/days'
import type { ModuleFacts } from './facts'
import { gatesOf } from './gate-rules'
import { liveRemediation, mandatoryRows } from './label-rules'

/** How long unsigned orders rest after a remediation plan was accepted, so that buyers can think again (assurance §9). */
const pauseDays = 14

/**
 * The last day on which orders of these capabilities rest because a remediation plan was accepted; null where none rests today.
 * The day of acceptance counts as the first (AS-05).
 */
export function pausedUntil(facts: ModuleFacts, capabilityIds: string[], today: Day): Day | null {
  const accepted = mandatoryRows(gatesOf(facts, capabilityIds, today).map(({ row }) => row)).flatMap(
    (row) => liveRemediation(row, facts, today)?.acceptedOn ?? [],
  )
  const last = accepted
    .map((day) => addDays(day, pauseDays - 1))
    .toSorted()
    .at(-1)
  return last !== undefined && last >= today ? last : null
}
