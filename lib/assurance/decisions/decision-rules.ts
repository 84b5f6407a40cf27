import { addDays, type Day } from '@/lib/platform/days'
import type { AssessmentState } from '../assessments/assessment'
import { againstListing } from '../assessments/assessment-rules'
import { isSerious, type ModuleFacts } from '../facts'
import { decisionInForce, decisionsKnown } from '../label-rules'
import { againstAcceptance, againstExtension } from '../non-conformities/plan-rules'
import { standardRows } from '../standard-value-rules'
import type { Contested } from './contested'
import type { DecisionKind, DecisionTerms } from './decision-kinds'

/** How long a proposal waits for a second officer. */
export const proposalDays = 14
/** CL-10: how long the supplier may appeal against an adverse decision. */
export const appealDays = 10
/** AS-08. */
export const waiverDays = 180

export type Situation = {
  facts: ModuleFacts
  terms: DecisionTerms
  today: Day
  /** Where the module version's assessment stands; undefined where none is open. */
  assessment: AssessmentState | undefined
  /** The part of all practices that use the module, 0 to 1: from the rooms above (DE-02). */
  practiceShare: number
  /** The appeal or dispute that is decided. */
  contested?: Contested | undefined
}

/** These are decided of a removed module too. */
const afterRemoval: DecisionKind[] = ['CORRECT', 'UPHOLD_APPEAL', 'DISMISS_APPEAL', 'UPHOLD_DISPUTE']

/** What stands against a decision of this kind now, in words; undefined where nothing does. Asked by both officers. */
export function againstDecision(kind: DecisionKind, situation: Situation): string | undefined {
  const { facts, today } = situation
  const inForce = decisionInForce(facts, today)?.kind
  if (inForce === 'REMOVE' && !afterRemoval.includes(kind)) return 'The module is removed'
  switch (kind) {
    case 'LIST':
      return againstList(situation)
    case 'REFUSE':
      return situation.assessment === 'for-decision' ? undefined : 'No assessment of it is for decision'
    case 'SUSPEND':
      return inForce === 'SUSPEND' ? 'The module is suspended already' : undefined
    case 'LIFT':
      return inForce === 'SUSPEND' ? undefined : 'The module is not suspended'
    case 'REMOVE':
      return situation.practiceShare >= 0.05 && !decisionsKnown(facts, today).some((d) => d.kind === 'CONTINUITY')
        ? 'It is used in 5% of practices or more: decide on continuity first'
        : undefined
    case 'WAIVE':
      return againstWaiver(situation)
    case 'CORRECT':
      return decisionsKnown(facts, today).some((d) => d.id === situation.terms.correctsId)
        ? undefined
        : 'Choose a decision about this module that still counts'
    case 'UPHOLD_APPEAL':
    case 'DISMISS_APPEAL':
    case 'UPHOLD_DISPUTE':
      return againstContested(kind, situation)
    case 'ACCEPT_PLAN':
      return againstAcceptance(facts, situation.terms.planId, today)
    case 'EXTEND':
      return againstExtension(facts, situation.terms, today)
    case 'WAIVE_CHECK':
      return againstCheckWaiver(situation)
    default:
      return undefined
  }
}

/** AC-02. */
function againstList({ facts, today, assessment }: Situation): string | undefined {
  if (assessment !== 'for-decision') return 'No assessment of it is for decision'
  const rows = againstListing(facts, today)
  if (standardRows(facts, today).length === 0) return 'No standard is known to apply: nothing is assessed'
  return rows.length > 0
    ? `${rows.length} of what must be kept is unknown, lapsed or breached, first ${rows[0]!.requirement.id}`
    : undefined
}

/** DE-03: it waits, and it is about this module. */
function againstContested(kind: DecisionKind, { facts, contested }: Situation): string | undefined {
  const wanted = kind === 'UPHOLD_DISPUTE' ? 'dispute' : 'appeal'
  const isOurs = contested?.what === wanted && contested.moduleVersionId === facts.moduleVersionId
  if (!isOurs) return `Choose ${wanted === 'appeal' ? 'an appeal' : 'a dispute'} about this module`
  return contested.waits ? undefined : `The ${wanted} has been decided already`
}

/** DE-03: a known requirement without a serious hazard, and a day that is not too far. */
function againstWaiver({ facts, terms, today }: Situation): string | undefined {
  const row = rowOf(facts, terms, today)
  if (!row) return 'Name a requirement that applies to this module, such as S24/WHOLE'
  if (isSerious(row.requirement)) return 'A requirement with a serious hazard is never waived'
  return againstLastDay(terms, today)
}

/** DE-03: a check that a logged run has tried on this module, and a day that is not too far. Also on a serious hazard: the test is wrong. */
function againstCheckWaiver({ facts, terms, today }: Situation): string | undefined {
  if (!facts.checks.some((c) => c.check === terms.check))
    return 'Name a check that has tested this module, such as CAP-01'
  return againstLastDay(terms, today)
}

function againstLastDay({ until }: DecisionTerms, today: Day): string | undefined {
  if (!until || until <= today) return 'Name a later day as the last day of the waiver'
  return until > addDays(today, waiverDays) ? `A waiver holds for ${waiverDays} days at most` : undefined
}

/** The row of a named requirement, in the version that counts for this module. */
export const rowOf = (facts: ModuleFacts, { requirementId }: DecisionTerms, today: Day) =>
  standardRows(facts, today)
    .flatMap((s) => s.rows)
    .find((row) => row.requirement.id === requirementId)
