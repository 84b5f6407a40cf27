import type { Candidate, Choice, Outcome, Plan, PlanPart } from '@/lib/comparison/optimiser/choice'

/** A synthetic choice and its answer for tests of what people read: every price, supplier and practice here is invented. */

const candidate = (id: string, over: Partial<Candidate>): Candidate => ({
  moduleId: id,
  listingVersionId: `listing-${id}`,
  listingSha256: 'a'.repeat(64),
  name: id,
  version: '1.0',
  supplierId: `supplier-${id}`,
  supplierName: `Supplier of ${id}`,
  meets: [],
  fulfils: [],
  isRecordSystem: false,
  barred: null,
  keepableUntil: null,
  prices: [],
  services: [],
  requires: [],
  conflicts: [],
  pairedWith: null,
  standing: { words: 'conformant', asOf: '2026-01-01' },
  ...over,
})

/** The worked example of the design (§6 of choosing): 10,000 patients, 36 months, P1 today. */
export const explainedChoice = (over: Partial<Choice> = {}): Choice => ({
  asOf: '2026-03-01',
  practices: [{ id: 'A', name: 'Elm Surgery', patients: 10_000 }],
  term: { start: '2026-04-01', months: 36, overlapDays: 0 },
  needs: [
    { id: 'C13', words: 'Patient Information Maintenance - GP' },
    { id: 'C5', words: 'Appointments Management - GP' },
    { id: 'C9', words: 'Document Management' },
  ],
  wishes: [
    { id: 'w-p2', words: 'wish that P2 fulfils', worth: 3 },
    { id: 'w-d1', words: 'wish that D1 fulfils', worth: 1 },
    { id: 'w-d2', words: 'wish that D2 fulfils', worth: 2 },
    { id: 'w-s1', words: 'wish that S1 fulfils', worth: 1 },
  ],
  candidates: [
    candidate('P1', { meets: ['C13', 'C5'], isRecordSystem: true }),
    candidate('P2', { meets: ['C13'], fulfils: ['w-p2'], isRecordSystem: true }),
    candidate('D1', { meets: ['C9'], fulfils: ['w-d1'], conflicts: ['P1'] }),
    candidate('D2', { meets: ['C9', 'C5'], fulfils: ['w-d2'] }),
    candidate('S1', { meets: ['C5'], fulfils: ['w-s1'], requires: [{ oneOf: ['P2'], words: 'S1 requires P2' }] }),
  ],
  today: [
    {
      practiceId: 'A',
      moduleId: 'P1',
      contractReference: 'GP-1',
      contractEnd: '2026-09-30',
      noticeDays: 0,
      yearlyPence: '1260000',
      renewalYearlyPence: '1260000',
      exitPence: '150000',
      keep: 'free',
    },
  ],
  limits: {
    budgetPence: null,
    yearlyBudgets: [],
    floorPercent: 0,
    ownCostPence: '0',
    avoid: [],
    mayDiffer: false,
  },
  ...over,
})

const licences: Record<string, number> = { P1: 37_800, P2: 30_000, D1: 8_400, D2: 12_000, S1: 4_500 }
const onces: Record<string, number> = { P2: 4_827, D1: 1_500, D2: 800, S1: 200 }
const worths: Record<string, number> = { P2: 3, D1: 1, D2: 2, S1: 1 }

/** A plan of these modules at the prices of the worked example, with what is owed and left for P1 where it goes. */
export function planOf(...modules: string[]): Plan {
  const left = modules.includes('P1') ? [] : ['P1']
  const part = (kind: PlanPart['kind'], of: string, pounds: number): PlanPart => ({
    kind,
    of,
    pence: String(pounds * 100),
    note: kind === 'licence' && of === 'P1' ? 'renewal price assumed' : null,
  })
  const parts = [
    ...modules.map((id) => part('licence', id, licences[id]!)),
    ...modules.filter((id) => onces[id]).map((id) => part('one-off', id, onces[id]!)),
    ...left.map((id) => part('owed', id, 7_800)),
  ]
  return {
    modules: modules.toSorted(),
    costPence: parts.reduce((sum, { pence }) => sum + BigInt(pence), 0n).toString(),
    parts,
    years: [],
    worth: modules.reduce((sum, id) => sum + (worths[id] ?? 0), 0),
    fulfilled: modules.filter((id) => worths[id]).map((id) => `w-${id.toLowerCase()}`),
    suppliers: modules.length,
    added: modules.filter((id) => id !== 'P1'),
    left,
  }
}

/** What the worked example answers: P1 + D2, proven, with its frontier. */
export const explainedOutcome = (over: Partial<Outcome> = {}): Outcome => ({
  status: 'optimal',
  modulesConsidered: 5,
  notConsidered: [{ moduleId: 'X', name: 'X', why: 'no price' }],
  plan: planOf('P1', 'D2'),
  boundPence: '5060000',
  setsInWindow: 1,
  others: [planOf('P2', 'D2')],
  greedy: planOf('P2', 'D1', 'S1'),
  asToday: { plan: planOf('P1'), missing: ['C9'] },
  frontier: {
    points: [planOf('P1', 'D2'), planOf('P2', 'D2'), planOf('P2', 'D2', 'S1'), planOf('P2', 'D1', 'D2', 'S1')],
    isComplete: true,
  },
  whyNot: null,
  when: null,
  conflict: null,
  model: { rows: 12, columns: 9, sha256: 'b'.repeat(64) },
  solver: {
    name: 'highs',
    version: '1.15.3',
    wasmSha256: 'c'.repeat(64),
    limitSeconds: 5,
    mipRelGap: 0,
    randomSeed: 1,
  },
  ...over,
})
