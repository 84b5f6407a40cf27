/** What two officers may decide about a module version (DE-01), and the decision on continuity that DE-02 asks for. */
export const decisionKinds = [
  'LIST',
  'REFUSE',
  'SUSPEND',
  'LIFT',
  'CONTINUITY',
  'REMOVE',
  'CENSURE',
  'WAIVE',
  'CORRECT',
  'UPHOLD_APPEAL',
  'DISMISS_APPEAL',
  'UPHOLD_DISPUTE',
  'ACCEPT_PLAN',
  'EXTEND',
  'WAIVE_CHECK',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What some kinds need beside the reason. */
export type DecisionTerms = {
  /** The requirement that is waived. */
  standardVersionId?: string
  requirementId?: string
  /** The last day of a waiver, or of a plan that is extended. */
  until?: string
  /** The plan that is accepted or extended. */
  planId?: string
  /** The decision that is corrected, or superseded on appeal: it counts no longer. */
  correctsId?: string
  /** The appeal that is decided. */
  appealId?: string
  /** The dispute that is upheld, and the finding that counts no longer. */
  disputeId?: string
  findingId?: string
  /** The check that is held to be wrong, in which version of the suite. */
  check?: string
  suiteVersion?: string
}

type Kind = {
  words: string
  hint: string
  command: `second-${string}`
  made: string
  /** Adverse to the supplier, so that it may appeal (CL-10). */
  adverse: boolean
}

/** Adding a kind: a line here, an edge in the machine, a check and an effect beside it, the CHECK of the database. */
export const kindTable: Record<DecisionKind, Kind> = {
  LIST: {
    words: 'List',
    hint: 'Its assessment is for decision, and nothing that must be kept is unknown, lapsed or breached',
    command: 'second-listing',
    made: 'ModuleListed',
    adverse: false,
  },
  REFUSE: {
    words: 'Refuse to list',
    hint: 'The claim goes back to the supplier with the reason',
    command: 'second-refusal',
    made: 'ListingRefused',
    adverse: true,
  },
  SUSPEND: {
    words: 'Suspend',
    hint: 'It can be neither awarded nor signed. Contracts in force run on',
    command: 'second-suspension',
    made: 'ModuleSuspended',
    adverse: true,
  },
  LIFT: {
    words: 'Lift the suspension of',
    hint: 'The label follows from the facts again',
    command: 'second-lifting',
    made: 'SuspensionLifted',
    adverse: false,
  },
  CONTINUITY: {
    words: 'Decide on the continuity of',
    hint: 'How practices keep working. Needed before a module of many practices is removed',
    command: 'second-continuity',
    made: 'ContinuityDecided',
    adverse: false,
  },
  REMOVE: {
    words: 'Remove',
    hint: 'For good',
    command: 'second-removal',
    made: 'ModuleRemoved',
    adverse: true,
  },
  CENSURE: {
    words: 'Censure the supplier of',
    hint: 'A public reprimand; the label stays',
    command: 'second-censure',
    made: 'SupplierCensured',
    adverse: true,
  },
  WAIVE: {
    words: 'Waive a requirement of',
    hint: 'Never on a serious hazard, for at most 180 days, public',
    command: 'second-waiver',
    made: 'RequirementWaived',
    adverse: false,
  },
  CORRECT: {
    words: 'Correct a decision about',
    hint: 'The older decision stays in the register and counts no longer',
    command: 'second-correction',
    made: 'DecisionCorrected',
    adverse: false,
  },
  UPHOLD_APPEAL: {
    words: 'Uphold the appeal about',
    hint: 'The decision under appeal stays in the register and counts no longer',
    command: 'second-upholding',
    made: 'AppealUpheld',
    adverse: false,
  },
  DISMISS_APPEAL: {
    words: 'Dismiss the appeal about',
    hint: 'The decision under appeal stands, and a removal takes effect',
    command: 'second-dismissal',
    made: 'AppealDismissed',
    adverse: false,
  },
  UPHOLD_DISPUTE: {
    words: 'Uphold the dispute about',
    hint: 'What was found stays in the register and counts no longer, and its non-conformity is closed',
    command: 'second-dispute',
    made: 'DisputeUpheld',
    adverse: false,
  },
  ACCEPT_PLAN: {
    words: 'Accept a plan of',
    hint: 'A work-off plan never on a serious hazard. A remediation plan takes the place of the plan before it',
    command: 'second-plan',
    made: 'PlanAccepted',
    adverse: false,
  },
  EXTEND: {
    words: 'Extend a plan of',
    hint: 'Once, by at most 90 days, public',
    command: 'second-extension',
    made: 'PlanUpdated',
    adverse: false,
  },
  WAIVE_CHECK: {
    words: 'Waive a check that tested',
    hint: 'The check itself is wrong: in this version of the suite it counts for nobody, for at most 180 days, public',
    command: 'second-check-waiver',
    made: 'CheckWaived',
    adverse: false,
  },
}

const elsewhere = /^(ACCEPT_PLAN|EXTEND)$|_(APPEAL|DISPUTE)$/

/** Of a plan it is proposed on the page of its non-conformity, of an appeal or dispute beside it; the rest is chosen on the desk. */
export const deskKinds = decisionKinds.filter((kind) => !elsewhere.test(kind))
