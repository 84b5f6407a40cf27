import type { Day } from '@/lib/platform/days'
import type { ClockRule } from './clocks/clock-rule'
import type { DecisionKind } from './decisions/decision-kinds'

/** What people and machines found out, as the derivation reads it. Every fact knows the day it was known and its place in the log. */
export type Level = 'MUST' | 'MUST_NOT' | 'SHOULD' | 'SHOULD_NOT' | 'MAY'
export type Method = 'MACHINE' | 'DOCUMENT' | 'WITNESS' | 'DECLARATION'
export type Hazard = 'NONE' | 'LOW' | 'CLINICAL_SAFETY' | 'SECURITY' | 'DATA_LOSS'

export type Requirement = {
  id: string
  level: Level
  method: Method
  hazard: Hazard
  /** How long a machine's PASS counts; null: until something newer. */
  evidenceValidDays: number | null
  title?: string
  /** Why no machine tests it, where somebody said so. */
  notTestedReason?: string | null
  /** The machine checks that speak to it. Only a FULL one can prove it (CK-06). */
  checks: { id: string; strength: 'FULL' | 'PARTIAL' | 'BLOCK' }[]
  /** The older requirements that it is the same as, or that it only rewords: what is known of them is known of it (RF-01). */
  carriedFrom?: (RequirementKey & { kind: 'SAME' | 'REWORDED' })[]
}

/** The days of a standard version. */
export type StandardDays = {
  publishedOn: Day | null
  effectiveOn: Day | null
  transitionEndsOn: Day | null
  retiredOn: Day | null
  withdrawnOn: Day | null
}

export type StandardVersion = StandardDays & {
  id: string
  standardId: string
  version: string
  /** Versions that it replaces beside the older ones of its own standard (FA-01). */
  replaces?: string[]
  /** The day on which it was published here: before it, nobody knew of it; left out where a file named it. */
  knownFrom?: Day
  /** The days as they stood before officers moved them, and until when; the oldest first. */
  earlierDays?: { until: Day; days: StandardDays }[]
  /** Import only: what the source says of it where it gives no date; null for whatever is over (IM-02). */
  asserted: 'EFFECTIVE' | 'PUBLISHED' | null
  requirements: Requirement[]
}

/** A standard as it applies to a module: to everything (`capabilityIds` null: overarching) or to these capabilities. */
export type Standard = { id: string; name: string; capabilityIds: string[] | null; versions: StandardVersion[] }

/**
 * Place in the log: a later fact has the greater number. It takes effect `on` a day and is known from `knownOn` (the same
 * day where left out): a correction may reach back, and nobody knew of it then.
 */
type Logged = { on: Day; seq: number; knownOn?: Day }
/** A requirement of one standard version. */
export type RequirementKey = { standardVersionId: string; requirementId: string }
/** Where a fact was first found, where it carries over to a newer version. */
type Carried = { carriedFrom?: RequirementKey }

export type Evidence = { id: string; validUntil: Day | null; knownOn?: Day }

export type Finding = Logged &
  Carried &
  RequirementKey & {
    id: string
    outcome: 'MET' | 'NOT_MET' | 'NOT_APPLICABLE'
    /** Assessor and a reviewer who is somebody else. Unsigned, it proves nothing (INV-05). */
    signed: boolean
    validUntil: Day | null
    evidenceIds: string[]
    /** The machine's run that stands for it, in place of two people (NC-03). */
    runId?: string
    /** The older finding of the same requirement in whose place this one stands. */
    correctsId?: string
    /** The day on which two officers upheld the supplier’s dispute of it: from then on it counts no longer (DE-03). */
    voidedOn?: Day
  }

export type CheckWaiverDays = { from: Day; until: Day; knownOn?: Day }

export type CheckResult = Logged &
  RequirementKey & {
    check: string
    run: 'DRYRUN' | 'OFFICIAL' | 'MONITOR' | 'REFRESH' | 'CHALLENGE'
    result: 'PASS' | 'FAIL' | 'NOT_EXERCISED' | 'NOT_APPLICABLE' | 'ERROR'
    logged: boolean
    /** Of which version of the suite the check is. */
    suiteVersion?: string
    /** The days on which this check of this version of the suite is under waiver: then it proves nothing either way (DE-03). */
    waivers: CheckWaiverDays[]
    /** The last day on which a PASS that carries over counts; left out where nothing bounds it. */
    validUntil?: Day | null
    /** The run that found it, and its words: what the register shows of it. */
    runId?: string
    message?: string
  }

/** What happened to an accepted plan, each on its day. */
export type PlanAct = {
  kind: 'STARTED' | 'TICKED' | 'CLAIMED_DONE' | 'REJECTED' | 'EXTENDED'
  on: Day
  milestone: number | null
  /** The new last day of an extension. */
  dueOn: Day | null
}

export type Plan = {
  id: string
  kind: 'WORK_OFF' | 'REMEDIATION'
  acceptedOn: Day | null
  dueOn: Day
  claimedDoneOn: Day | null
  supersededOn: Day | null
  startedOn?: Day | null
  /** From which `dueOn`, `claimedDoneOn` and `startedOn` follow, so that they can be read as they were known on any day. */
  history?: { dueOn: Day; acts: PlanAct[] }
}

export type NonConformity = RequirementKey & {
  id: string
  source: 'RUN' | 'FINDING' | 'LAPSE' | 'STANDARD_REFRESH' | 'COMPLAINT' | 'CHALLENGE' | 'LEGAL_NOTICE'
  determinedOn: Day
  closedOn: Day | null
  plans: Plan[]
  /** The hazard to which an assessor has raised it. */
  raised?: { hazard: Hazard; on: Day } | null
  /** Days on which the supplier has stated something about it. */
  statedOn?: Day[]
}

export type Waiver = RequirementKey & { id: string; from: Day; until: Day; knownOn?: Day; decisionId?: string }

/** An appeal against a decision, from its first day to the one on which it was decided (DE-03). */
export type AppealFact = { decisionId: string; on: Day; endedOn?: Day | null }

/** An outsider's challenge that an assessor accepted (CL-11), to the day on which the check passed again, or failed to. */
export type ChallengeFact = { id: string; check: string; acceptedOn: Day; rePassedOn: Day | null; endedOn: Day | null }

/** The supplier's word that what was reworded is still met (RF-01). */
export type Redeclaration = RequirementKey & { on: Day }

export type OfficerDecision = Logged & {
  id: string
  kind: DecisionKind
  effectiveFrom: Day
  reason: string
  basis?: string | null
  appealUntil?: Day | null
  /** The older decision that this one corrects: from here on it counts no longer. */
  correctsId?: string | undefined
}

export type ModuleFacts = {
  moduleVersionId: string
  /** Capabilities the module version claims. */
  capabilityIds: string[]
  /** When each claim was declared and withdrawn; where left out, `capabilityIds` was always claimed. */
  claims?: { capabilityId: string; from: Day; until: Day | null }[]
  /** A major change is no incumbent: it meets new versions from their first day (SV-03). */
  changeImpact: 'MAJOR' | 'MINOR' | 'PATCH'
  withdrawnOn: Day | null
  standards: Standard[]
  findings: Finding[]
  evidence: Evidence[]
  checks: CheckResult[]
  nonConformities: NonConformity[]
  waivers: Waiver[]
  redeclarations?: Redeclaration[]
  decisions: OfficerDecision[]
  /** Appeals against its adverse decisions: one against a removal stays it. */
  appeals?: AppealFact[]
  /** Challenges of its checks that were accepted. */
  challenges?: ChallengeFact[]
  /** The clocks' figures (CL-A); those that were shipped where left out. */
  clockRules?: ClockRule[]
}

const serious: Hazard[] = ['CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS']
export const isSerious = (requirement: Pick<Requirement, 'hazard'>): boolean => serious.includes(requirement.hazard)
/** Serious by its requirement, or because an assessor has raised it by that day. */
export const isSeriousOn = (
  nc: Pick<NonConformity, 'raised'>,
  requirement: Pick<Requirement, 'hazard'>,
  day: Day,
): boolean => isSerious(requirement) || (!!nc.raised && nc.raised.on <= day && isSerious(nc.raised))
export const isMandatory = (requirement: Pick<Requirement, 'level'>): boolean =>
  requirement.level === 'MUST' || requirement.level === 'MUST_NOT'

/** The last day of the waiver under which a check's result stands on that day (DE-03); undefined where it counts. */
export const checkWaivedUntil = ({ waivers }: Pick<CheckResult, 'waivers'>, day: Day): Day | undefined =>
  waivers.find((w) => w.from <= day && day <= w.until)?.until
