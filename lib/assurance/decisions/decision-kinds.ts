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
  'ACCEPT_PLAN',
  'EXTEND',
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
  /** The decision that is corrected: it counts no longer. */
  correctsId?: string
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
}

/** What is proposed of a plan stands on the page of its non-conformity; the rest is chosen on the officers' desk. */
export const deskKinds = decisionKinds.filter((kind) => kind !== 'ACCEPT_PLAN' && kind !== 'EXTEND')
