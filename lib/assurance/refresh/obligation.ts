import type { Day } from '@/lib/platform/days'
import { waitingRewordings } from '../carry-over-rules'
import { isMandatory, type ModuleFacts, type StandardVersion } from '../facts'
import { rankOf, versionRow } from '../standard-value-rules'

/** Where an obligation stands. Nobody sets it: it follows from the facts and the day (RF-03). */
export type ObligationState = 'open' | 'declared' | 'met' | 'overdue' | 'lifted'

export type ObligationRow = {
  requirementId: string
  /** reworded: the supplier's word is awaited; assess: an assessor must find it met. */
  needs: 'word' | 'assessment' | 'nothing'
}

/** What one module version still has to do for a new version, and where that stands. */
export function obligationOf(
  facts: ModuleFacts,
  version: StandardVersion,
  today: Day,
): { state: ObligationState; dueOn: Day | null; rows: ObligationRow[] } {
  const dueOn = version.transitionEndsOn
  if (version.withdrawnOn !== null && version.withdrawnOn <= today) return { state: 'lifted', dueOn, rows: [] }
  const standard = facts.standards.find((s) => s.id === version.standardId)
  if (!standard) return { state: 'lifted', dueOn, rows: [] }
  const rows = versionRow(version, standard, facts, today).rows.filter((row) => isMandatory(row.requirement))
  const needs = rows.map((row): ObligationRow => {
    const { id: requirementId, carriedFrom } = row.requirement
    const isReworded = carriedFrom?.some((from) => from.kind === 'REWORDED') ?? false
    const waits =
      isReworded && waitingRewordings(facts, { standardVersionId: version.id, requirementId }, today) !== null
    if (waits) return { requirementId, needs: 'word' }
    return { requirementId, needs: rankOf(row.value) < rankOf('WORK_OFF') ? 'assessment' : 'nothing' }
  })
  const open = needs.filter((row) => row.needs !== 'nothing')
  const state = stateOf(open, needs.length > 0 && open.length === 0, dueOn !== null && dueOn < today)
  return { state, dueOn, rows: open }
}

/** Whether only an assessor can help: something is new or stricter, or the supplier's word would come too late. */
export const needsAssessment = ({ state, rows }: { state: ObligationState; rows: ObligationRow[] }): boolean =>
  state === 'overdue' || rows.some((row) => row.needs === 'assessment')

function stateOf(open: ObligationRow[], isMet: boolean, isOver: boolean): ObligationState {
  if (isMet) return 'met'
  if (isOver) return 'overdue'
  return open.some((row) => row.needs === 'word') || open.length === 0 ? 'open' : 'declared'
}
