import type { Finding, Hazard, ModuleFacts, NonConformity, Plan, Requirement } from '@/lib/assurance/facts'

/** The two-requirement module of the assurance oracles: A (MUST, LOW) and B (MUST, CLINICAL_SAFETY), listed. */
export const requirement = (id: string, hazard: Hazard = 'LOW'): Requirement => ({
  id,
  level: 'MUST',
  method: 'DOCUMENT',
  hazard,
  evidenceValidDays: null,
  checks: [],
})

export const met = (requirementId: string, over: Partial<Finding> = {}): Finding => ({
  id: `met-${requirementId}`,
  standardVersionId: 'v1',
  requirementId,
  outcome: 'MET',
  signed: true,
  on: '2026-01-10',
  seq: 2,
  validUntil: '2027-01-10',
  evidenceIds: ['e1'],
  ...over,
})

export const nonConformity = (requirementId: string, plans: Plan[] = []): NonConformity => ({
  id: `nc-${requirementId}`,
  standardVersionId: 'v1',
  requirementId,
  source: 'FINDING',
  determinedOn: '2026-03-02',
  closedOn: null,
  plans,
})

export const plan = (kind: Plan['kind'], over: Partial<Plan> = {}): Plan => ({
  id: `plan-${kind}`,
  kind,
  acceptedOn: '2026-04-20',
  dueOn: '2026-09-30',
  claimedDoneOn: null,
  supersededOn: null,
  ...over,
})

export const moduleFacts = (over: Partial<ModuleFacts> = {}): ModuleFacts => ({
  moduleVersionId: 'm1',
  capabilityIds: ['C5'],
  changeImpact: 'MINOR',
  withdrawnOn: null,
  standards: [
    {
      id: 'S1',
      name: 'Standard',
      capabilityIds: null,
      versions: [
        {
          id: 'v1',
          standardId: 'S1',
          version: '1.0.0',
          publishedOn: null,
          effectiveOn: null,
          transitionEndsOn: null,
          retiredOn: null,
          withdrawnOn: null,
          asserted: 'EFFECTIVE',
          requirements: [requirement('A'), requirement('B', 'CLINICAL_SAFETY')],
        },
      ],
    },
  ],
  findings: [met('A'), met('B')],
  evidence: [{ id: 'e1', validUntil: '2027-01-10' }],
  checks: [],
  nonConformities: [],
  waivers: [],
  decisions: [{ id: 'd1', kind: 'LIST', on: '2026-01-01', seq: 1, effectiveFrom: '2026-01-01', reason: 'All met' }],
  ...over,
})
