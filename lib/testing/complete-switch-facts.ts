import type { FactValue } from '@/lib/switching/facts/fact'
import type { FactKind } from '@/lib/switching/facts/fact-kinds'
import { hazardSeeds } from '@/lib/switching/hazards/hazard-seeds'
import { phaseName, type RunKind, runKinds } from '@/lib/switching/switch'
import type { FullFacts, ManifestFact, RunFact } from '@/lib/switching/switch-facts'

/** Bank holidays of England 2025 to 2026, as the migration has them. */
export const holidays = [
  ...['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'].map((d) => `2025-${d}`),
  ...['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'].map((d) => `2026-${d}`),
]

const hash = 'a'.repeat(64)
const values: Partial<Record<FactKind, FactValue>> = {
  needs: { need: 'A record that opens in a browser' },
  plan: { comparison: 'saved' },
  'switching-cost': { exitPence: 292_800, movePence: 150_000 },
  'acknowledged-losing': { acknowledgedOn: '2025-11-01' },
  'acknowledged-gaining': { acknowledgedOn: '2025-11-01', reverseDays: 2 },
  'cancellation-charges': { pence: 100_000 },
  dpia: { reference: 'DPIA-7', approvedOn: '2025-12-01' },
  dde: { edition: '3', exclusions: 'none' },
  'profile-losing': { sha256: hash },
  'profile-gaining': { sha256: hash },
  'profile-safety': { sha256: hash },
  dates: { goLiveOn: '2026-03-02', finalExtractOn: '2026-02-27', meetingOn: '2026-01-30', cutover: 'weekend' },
  survey: { gaps: 3, closed: 3 },
  registrations: { fp69: 0, pending: 0 },
  inboxes: { tasks: 12, letters: 3, results: 0 },
  training: { staff: 20, booked: 18 },
  'sample-checks': { samples: 50, faults: 0 },
  'pcse-form': { sentOn: '2026-02-13' },
  'cutover-meeting': { heldOn: '2026-01-30' },
  smartcards: { cards: 20, tested: 20 },
  're-entry-process': { process: 'Slips on paper, typed in by two people' },
  'downtime-rota': { people: 6 },
  'rollback-deadline': { day: '2026-03-01', time: '15:00' },
  'go-no-go': { decision: 'go', decidedOn: '2026-02-26' },
  'logged-off': { sessions: 0 },
  're-entry-open': { firstNumber: 1 },
  delta: { resources: 812, why: 'A month of work' },
  'list-size': { system: 9871, pds: 9871 },
  registers: { compared: 21, unexplained: 0 },
  'legacy-access': { users: 3, uses: 11, endsOn: '2026-05-31' },
  'audit-archive': { retrievedOn: '2026-04-01', lookUps: 5 },
  'former-list': { looked: 40, missing: 0 },
  'last-invoice': { number: 'L-9', paidOn: '2026-05-20' },
  'evidence-pack': { sha256: hash },
}
const stated = (kind: FactKind, value: FactValue) => {
  return { id: kind, kind, item: '', value, statedById: 'someone', statedAt: new Date(9) }
}

const manifests = runKinds.flatMap((kind) =>
  (['source', 'target'] as const).map((side): ManifestFact => {
    const phase = phaseName(kind, 1)
    const supplierId = side === 'source' ? 'losing' : 'gaining'
    const signed = { signedById: 'x', signedAt: new Date(0) }
    return { id: phase + side, phase, side, sha256: `${phase} ${side}`, supplierId, ...signed }
  }),
)

export function runOf(kind: RunKind, change: Partial<RunFact> = {}): RunFact {
  const phase = phaseName(kind, 1)
  return {
    id: `${kind}-run`,
    kind,
    phase,
    sourceManifest: `${phase} source`,
    targetManifest: `${phase} target`,
    organisationId: 'practice',
    keyRevoked: false,
    root: 'r',
    canaryFull: true,
    unexplained: { S1: 0, S2: 0 },
    failing: [],
    codesCovered: true,
    takenInAt: new Date(1),
    ...change,
  }
}

export const second = (change: Partial<RunFact> = {}) =>
  runOf('trial', { id: 'second', organisationId: 'payer', ...change })

/** Facts of a switch for which every gate is met, on a day on which each line of time holds; for tests to take away from. */
export const completeFacts: FullFacts = {
  machineVersion: 2,
  today: '2026-02-27',
  now: new Date('2026-02-27T16:00:00Z'),
  practiceId: 'practice',
  losingSupplierId: 'losing',
  gainingSupplierId: 'gaining',
  gainingContractId: 'contract',
  phase: 1,
  wentLiveOn: null,
  people: {
    'practice-manager': 'm',
    'clinical-lead': 'l',
    'clinical-safety-officer': 's',
    'data-protection-officer': 'd',
    'delivery-partner': 'i',
    'funding-approver': 'c',
    'losing-signatory': 'o',
    'gaining-signatory': 'g',
  },
  manifests,
  runs: [...runKinds.map((kind) => runOf(kind)), second()],
  accepted: [],
  signOffs: [],
  site: { state: 'live', liveOn: '2026-03-02' },
  certificate: { sha256: hash, deletedOn: '2026-06-20' },
  state: 'data-check',
  stateBefore: null,
  part: 'whole',
  parts: [],
  stated: Object.entries(values).map(([kind, value]) => stated(kind as FactKind, value)),
  hazards: hazardSeeds.map((seed) => ({
    controls: 'Controls',
    owner: 'Owner',
    ...seed,
    likelihoodAfter: 1,
    severityAfter: 4,
  })),
  radar: ['EPS', 'Pathology'].map((service) => ({
    id: service,
    service,
    source: 'seed' as const,
    inUse: true,
    thirdParty: 'Somebody outside',
    owner: 'Owner',
    plan: 'Plan',
    toldOn: '2025-12-12',
    offAt: new Date(2),
    offProof: 'seen',
    offById: 'i',
    onAt: new Date(3),
    onProof: 'seen',
    onById: 'i',
  })),
  contracted: ['EPS'],
  slips: { open: 0, all: 12 },
  reserved: [
    { kind: 'trial-load', week: '2026-01-05' },
    { kind: 'final-load', week: '2026-02-23' },
  ],
  leaving: {
    startsOn: '2023-10-01',
    endsOn: '2026-09-30',
    runsUntil: '2026-09-30',
    noticeDays: 90,
    yearlyPence: 1_260_000n,
    noticeGivenOn: null,
    minimumMonths: 12,
  },
  gaining: { startsOn: '2026-03-01' },
  funding: { id: 'funding', approved: true },
  comparison: { id: 'saved', sha256: hash },
  holidays,
}

/** The same with a statement changed, or taken away where no value is given. */
export function withFact(facts: FullFacts, kind: FactKind, value?: FactValue): FullFacts {
  const others = facts.stated.filter((fact) => fact.kind !== kind)
  return { ...facts, stated: value ? [...others, stated(kind, value)] : others }
}
