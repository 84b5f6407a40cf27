import type { Choice, Outcome, Plan, PlanPart } from '@/lib/comparison/optimiser/choice'
import { workedChoice } from './choices'

/** Answers to the worked example for tests of what people read. */

/** The worked example of the design (§6 of choosing): 10,000 patients, 36 months, P1 today. */
export const explainedChoice = (over: Partial<Choice> = {}): Choice => ({ ...workedChoice(), ...over })

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
