import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { knownOfRequirement } from './carry-over-rules'
import { isLive } from './clock-rules'
import { isMandatory, type ModuleFacts, type NonConformity, type OfficerDecision } from './facts'
import { type RequirementRow, type StandardRow, standardRows } from './standard-value-rules'

export type LabelKind =
  | 'removed'
  | 'suspended'
  | 'withdrawn'
  | 'not-assessed'
  | 'remediation'
  | 'not-conformant'
  | 'work-off'
  | 'conformant-until'
  | 'conformant'
export type Label = { kind: LabelKind; words: string; because: string | null }

/** How long before an expiry the label names its day. */
const noticeDays = 180

/** The module's label on that day, the first that matches (assurance §5). Never typed, never green without findings. */
export function labelOf(facts: ModuleFacts, today: Day): Label {
  const inForce = decisionInForce(facts, today)
  const give = (kind: LabelKind, words: string, because: string | null = null): Label => ({ kind, words, because })
  if (inForce?.kind === 'REMOVE') return give('removed', 'Removed', inForce.reason)
  if (inForce?.kind === 'SUSPEND') return give('suspended', 'Suspended', inForce.reason)
  if (isWithdrawn(facts, today))
    return give('withdrawn', openOf(facts, today).length > 0 ? 'Withdrawn (under review)' : 'Withdrawn')
  if (!isListed(facts, today)) return give('not-assessed', 'Not assessed', 'No decision to list it has been made')

  const standards = standardRows(facts, today)
  const rows = mandatoryRows(standards)
  const breached = rows.filter((row) => row.value === 'BREACHED')
  const remediations = breached.map((row) => liveRemediation(row, facts, today))
  if (breached.length > 0 && remediations.every((plan) => plan !== undefined)) {
    const due = remediations.map((plan) => plan!.dueOn).toSorted()[0]!
    return give('remediation', `Under remediation (due ${dayWords(due)})`)
  }
  if (breached.length > 0) return give('not-conformant', 'Not conformant')
  const gaps = rows.filter((row) => row.value === 'UNKNOWN').length + standards.filter(hasNoMandatory).length
  if (standards.length === 0) return give('not-assessed', 'Not assessed', 'No standard is known to apply')
  if (gaps > 0) return give('not-assessed', `Not assessed (${gaps} ${gaps === 1 ? 'gap' : 'gaps'})`)
  if (rows.some((row) => row.value === 'LAPSED')) return give('not-conformant', 'Not conformant (lapsed)')
  const workOff = rows.filter((row) => row.value === 'WORK_OFF')
  if (workOff.length > 0) {
    const due = workOff.map((row) => row.until!).toSorted()[0]!
    return give('work-off', `Conformant with work-off (${workOff.length}, next due ${dayWords(due)})`)
  }
  const ends = endsOf(standards, today)
  return ends[0] !== undefined && ends[0] <= addDays(today, noticeDays)
    ? give('conformant-until', `Conformant until ${dayWords(ends[0])}`)
    : give('conformant', 'Conformant')
}

/** SUSPEND until LIFT; REMOVE for good. */
export function decisionInForce(facts: ModuleFacts, today: Day): OfficerDecision | undefined {
  const made = decisionsKnown(facts, today)
  const removed = made.find((d) => d.kind === 'REMOVE')
  if (removed) return removed
  const last = made
    .filter((d) => d.kind === 'SUSPEND' || d.kind === 'LIFT')
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1)
  return last?.kind === 'SUSPEND' ? last : undefined
}

/** What is decided and in effect on that day, without what a later decision has corrected by then. */
export function decisionsKnown(facts: ModuleFacts, today: Day): OfficerDecision[] {
  const made = facts.decisions.filter((d) => d.effectiveFrom <= today && d.on <= today)
  const corrected = new Set(made.map((d) => d.correctsId))
  return made.filter((d) => !corrected.has(d.id))
}

export const isListed = (facts: ModuleFacts, today: Day): boolean =>
  decisionsKnown(facts, today).some((d) => d.kind === 'LIST')

export const isWithdrawn = (facts: ModuleFacts, today: Day): boolean =>
  facts.withdrawnOn !== null && facts.withdrawnOn <= today

/** The rows that decide: MUST and MUST NOT. A SHOULD never lowers a label. */
export const mandatoryRows = (standards: StandardRow[]): RequirementRow[] =>
  standards.flatMap((s) => s.rows.filter((row) => isMandatory(row.requirement)))

/** A standard without a mandatory row proves nothing: it counts as a gap (DV-01). */
export const hasNoMandatory = (standard: StandardRow) => !standard.rows.some((row) => isMandatory(row.requirement))

export function openOf(facts: ModuleFacts, today: Day): NonConformity[] {
  return facts.nonConformities.filter((nc) => isOpen(nc, today))
}

const isOpen = (nc: NonConformity, today: Day) =>
  nc.determinedOn <= today && !(nc.closedOn !== null && nc.closedOn <= today)

/** Non-conformities of one row that are open today, such as carry over to it included. */
export const openOfRow = (row: RequirementRow, facts: ModuleFacts, today: Day): NonConformity[] =>
  knownOfRequirement(
    facts,
    { standardVersionId: row.standardVersionId, requirementId: row.requirement.id },
    today,
  ).nonConformities.filter((nc) => isOpen(nc, today))

/** The remediation plan that carries a breached row: the row stays breached, only the label changes (DV-02). */
export function liveRemediation(row: RequirementRow, facts: ModuleFacts, today: Day) {
  return openOfRow(row, facts, today)
    .flatMap((nc) => nc.plans)
    .find((plan) => plan.kind === 'REMEDIATION' && isLive(plan, row.requirement, today))
}

/** Days on which what is met now runs out, soonest first. */
export function endsOf(standards: StandardRow[], today: Day): Day[] {
  const ends = standards.flatMap((s) => [
    s.transitionEndsOn,
    ...s.rows.filter((row) => isMandatory(row.requirement)).map((row) => row.until),
  ])
  return ends.filter((day): day is Day => day !== null && day >= today).toSorted()
}
