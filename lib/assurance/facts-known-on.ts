import type { Day } from '@/lib/platform/days'
import type { ModuleFacts, Standard } from './facts'
import { planKnownOn } from './non-conformities/plan-acts-rules'

/** Whether somebody could know of it at the end of that day; `now` knows everything. */
const isKnown = (fact: { on: Day; knownOn?: Day }, day: Day, now: boolean): boolean =>
  fact.on <= day && (now || (fact.knownOn ?? fact.on) <= day)

/** The facts as they were known at the end of `day`: nothing recorded, found, opened, accepted or decided later (INV-03). */
export function factsKnownOn(facts: ModuleFacts, day: Day, now = false): ModuleFacts {
  const then = (date: Day | null) => (date !== null && date <= day ? date : null)
  return {
    ...facts,
    ...(facts.claims && { capabilityIds: claimedOn(facts.claims, day) }),
    withdrawnOn: then(facts.withdrawnOn),
    standards: now ? facts.standards : standardsKnownOn(facts.standards, day),
    ...(facts.redeclarations && { redeclarations: facts.redeclarations.filter((r) => r.on <= day) }),
    findings: facts.findings.filter((f) => isKnown(f, day, now)),
    evidence: facts.evidence.filter((e) => now || (e.knownOn ?? '') <= day),
    checks: facts.checks
      .filter((c) => isKnown(c, day, now))
      .map((c) =>
        c.waivers.length === 0
          ? c
          : { ...c, waivers: c.waivers.filter((w) => isKnown({ ...w, on: w.from }, day, now)) },
      ),
    waivers: facts.waivers.filter((w) => isKnown({ ...w, on: w.from }, day, now)),
    decisions: facts.decisions.filter((d) => isKnown(d, day, now)),
    ...(facts.challenges && {
      challenges: facts.challenges
        .filter((c) => c.acceptedOn <= day)
        .map((c) => ({ ...c, rePassedOn: then(c.rePassedOn), endedOn: then(c.endedOn) })),
    }),
    ...(facts.appeals && { appeals: facts.appeals.filter((a) => a.on <= day) }),
    nonConformities: facts.nonConformities
      .filter((nc) => nc.determinedOn <= day)
      .map((nc) => ({
        ...nc,
        closedOn: then(nc.closedOn),
        ...(nc.raised && { raised: nc.raised.on <= day ? nc.raised : null }),
        ...(nc.statedOn && { statedOn: nc.statedOn.filter((on) => on <= day) }),
        plans: nc.plans.map((plan) => planKnownOn(plan, day)),
      })),
  }
}

/** The facts as they are known now, for judging a past day (`corrected=1`): what was corrected since never counted. */
export function factsCorrected(facts: ModuleFacts, day: Day): ModuleFacts {
  const corrected = new Set(facts.decisions.map((d) => d.correctsId))
  return factsKnownOn({ ...facts, decisions: facts.decisions.filter((d) => !corrected.has(d.id)) }, day, true)
}

/** Standards as they were known at the end of that day: what was published later is not there, what was moved stands where it stood. */
function standardsKnownOn(standards: Standard[], day: Day): Standard[] {
  const moved = standards.some((s) =>
    s.versions.some((v) => (v.knownFrom ?? '') > day || v.earlierDays?.some(({ until }) => day < until)),
  )
  if (!moved) return standards
  const then = known.get(standards) ?? new Map<Day, Standard[]>()
  known.set(standards, then)
  const found = then.get(day)
  if (found) return found
  const rewound = standards.map((standard) => ({
    ...standard,
    versions: standard.versions
      .filter((v) => (v.knownFrom ?? '') <= day)
      .map((v) => ({ ...v, ...v.earlierDays?.find(({ until }) => day < until)?.days })),
  }))
  then.set(day, rewound)
  return rewound
}
/** All modules share their standards: rewound once for all of them. */
const known = new WeakMap<Standard[], Map<Day, Standard[]>>()

/** What was claimed at the end of that day. */
export const claimedOn = (claims: NonNullable<ModuleFacts['claims']>, day: Day): string[] =>
  claims
    .filter((claim) => claim.from <= day && !(claim.until !== null && claim.until <= day))
    .map((claim) => claim.capabilityId)
    .sort()
