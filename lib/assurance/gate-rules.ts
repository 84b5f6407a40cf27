import type { Day } from '@/lib/platform/days'
import { isExpired, isPlanClockMissed } from './clock-rules'
import { isSerious, isSeriousOn, type ModuleFacts } from './facts'
import {
  decisionInForce,
  hasNoMandatory,
  isListed,
  isWithdrawn,
  liveRemediation,
  mandatoryRows,
  openOfRow,
} from './label-rules'
import { type RequirementRow, type StandardRow, standardRows } from './standard-value-rules'
import { valueWords } from './value-words'

export type Gate = 'OPEN' | 'ACKNOWLEDGE' | 'WRITTEN_ACCEPTANCE' | 'HELD' | 'REFUSED'
export type GateAnswer = { gate: Gate; because: string[] }

/**
 * Whether a buyer may buy these capabilities of the module today (assurance §5), looking at the standards of those
 * capabilities and at the overarching ones. The first gate that matches answers, with every reason for it.
 */
export function permissionToBuy(facts: ModuleFacts, capabilityIds: string[], today: Day): GateAnswer {
  const refusals = refusalsOf(facts, capabilityIds, today)
  if (refusals.length > 0) return { gate: 'REFUSED', because: refusals }
  const standards = standardsOf(standardRows(facts, today), capabilityIds)
  const rows = mandatoryRows(standards)
  if (standards.length === 0) return { gate: 'HELD', because: ['No standard is known to apply: nothing is assessed'] }
  const held = [
    ...standards.filter(hasNoMandatory).map((s) => `${s.standardId} has no requirement to assess`),
    ...rows.flatMap((row) => heldBecause(row, facts, today)),
  ]
  if (held.length > 0) return { gate: 'HELD', because: held }
  const remediated = rows.filter((row) => row.value === 'BREACHED' && liveRemediation(row, facts, today))
  if (remediated.length > 0)
    return {
      gate: 'WRITTEN_ACCEPTANCE',
      because: remediated.map((row) => `${row.requirement.id} is under remediation`),
    }
  const noted = rows.filter((row) => ['BREACHED', 'LAPSED', 'WORK_OFF', 'WAIVED'].includes(row.value))
  return noted.length > 0
    ? { gate: 'ACKNOWLEDGE', because: noted.map((row) => `${row.requirement.id} is ${valueWords[row.value]}`) }
    : { gate: 'OPEN', because: [] }
}

function refusalsOf(facts: ModuleFacts, capabilityIds: string[], today: Day): string[] {
  const inForce = decisionInForce(facts, today)
  if (inForce) return [`${inForce.kind === 'REMOVE' ? 'Removed' : 'Suspended'}: ${inForce.reason}`]
  if (isWithdrawn(facts, today)) return ['The supplier has withdrawn it']
  if (!isListed(facts, today)) return ['No decision to list it has been made']
  return capabilityIds.filter((id) => !facts.capabilityIds.includes(id)).map((id) => `It does not claim ${id}`)
}

/** The overarching standards and those of the capabilities that are asked for. */
export const standardsOf = (standards: StandardRow[], capabilityIds: string[]): StandardRow[] =>
  standards.filter((s) => s.capabilityIds === null || s.capabilityIds.some((id) => capabilityIds.includes(id)))

function heldBecause(row: RequirementRow, facts: ModuleFacts, today: Day): string[] {
  const { id } = row.requirement
  const open = openOfRow(row, facts, today)
  if (row.value === 'UNKNOWN') return [`${id} is not assessed`]
  const serious = isSerious(row.requirement) || open.some((nc) => isSeriousOn(nc, row.requirement, today))
  if (serious && (row.value === 'BREACHED' || row.value === 'LAPSED'))
    return [`${id}, a serious hazard, is ${valueWords[row.value]}`]
  if (open.some((nc) => isPlanClockMissed(nc, row.requirement, today, facts.clockRules)))
    return [`${id} has no plan in time (CL-02)`]
  if (open.some((nc) => nc.plans.some((plan) => isExpired(plan, today)))) return [`The plan for ${id} has expired`]
  return []
}
