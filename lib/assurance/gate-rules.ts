import type { Day } from '@/lib/platform/days'
import { isExpired, isPlanClockMissed } from './clock-rules'
import { isSerious, isSeriousOn, type ModuleFacts, type Standard } from './facts'
import {
  decisionInForce,
  hasNoMandatory,
  isListed,
  isWithdrawn,
  liveRemediation,
  mandatoryRows,
  openOfRow,
} from './label-rules'
import { acceptableRows, appliesTo, type RequirementRow, type StandardRow } from './standard-value-rules'
import { valueWords } from './value-words'

export type Gate = 'OPEN' | 'ACKNOWLEDGE' | 'WRITTEN_ACCEPTANCE' | 'HELD' | 'REFUSED'
export type GateAnswer = { gate: Gate; because: string[] }

const mildestFirst: Gate[] = ['OPEN', 'ACKNOWLEDGE', 'WRITTEN_ACCEPTANCE', 'HELD', 'REFUSED']
const strictness = ({ gate }: GateAnswer): number => mildestFirst.indexOf(gate)

/**
 * Whether a buyer may buy these capabilities of the module today (assurance §5), looking at the standards of those
 * capabilities and at the overarching ones. The strictest of them answers, with every reason for it.
 */
export function permissionToBuy(facts: ModuleFacts, capabilityIds: string[], today: Day): GateAnswer {
  const refusals = refusalsOf(facts, capabilityIds, today)
  if (refusals.length > 0) return { gate: 'REFUSED', because: refusals }
  const answers = gatesOf(facts, capabilityIds, today).map(({ answer }) => answer)
  if (answers.length === 0) return { gate: 'HELD', because: ['No standard is known to apply: nothing is assessed'] }
  const strictest = answers.reduce((a, b) => (strictness(b) > strictness(a) ? b : a))
  const because = answers.filter((answer) => answer.gate === strictest.gate).flatMap((answer) => answer.because)
  return { gate: strictest.gate, because }
}

/**
 * Each standard that counts for these capabilities, with the version by which the module may be bought most easily. Any
 * acceptable version does (DV-01); the version with the best value may have a stricter gate than another, and then losing a
 * finding would open the gate, which INV-02 forbids.
 */
export function gatesOf(
  facts: ModuleFacts,
  capabilityIds: string[],
  today: Day,
): { row: StandardRow; answer: GateAnswer }[] {
  const asked = facts.standards.filter((standard) => appliesTo(standard, facts) && concerns(standard, capabilityIds))
  return asked.flatMap((standard) => {
    const candidates = acceptableRows(standard, facts, today).map((row) => ({
      row,
      answer: gateOfRow(row, facts, today),
    }))
    if (candidates.length === 0) return []
    return [candidates.reduce((a, b) => (strictness(b.answer) < strictness(a.answer) ? b : a))]
  })
}

/** What one version of one standard says: the first gate that matches. */
function gateOfRow(standard: StandardRow, facts: ModuleFacts, today: Day): GateAnswer {
  if (hasNoMandatory(standard))
    return { gate: 'HELD', because: [`${standard.standardId} has no requirement to assess`] }
  const rows = mandatoryRows([standard])
  const held = rows.flatMap((row) => heldBecause(row, facts, today))
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

const concerns = ({ capabilityIds }: Standard, asked: string[]): boolean =>
  capabilityIds === null || capabilityIds.some((id) => asked.includes(id))

function refusalsOf(facts: ModuleFacts, capabilityIds: string[], today: Day): string[] {
  const inForce = decisionInForce(facts, today)
  if (inForce) return [`${inForce.kind === 'REMOVE' ? 'Removed' : 'Suspended'}: ${inForce.reason}`]
  if (isWithdrawn(facts, today)) return ['The supplier has withdrawn it']
  if (!isListed(facts, today)) return ['No decision to list it has been made']
  return capabilityIds.filter((id) => !facts.capabilityIds.includes(id)).map((id) => `It does not claim ${id}`)
}

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
