import { measureWebWhileChoosing } from './choosing-web'
import { measureRun } from './conformance-run'
import type { Figure } from './figure'
import { measureFirstVisit } from './first-visit'
import { compareUnderLoad, type Rounds } from './load-rounds'
import { measureMemory } from './memory'
import { measureNight } from './nightly'
import { expectSameAnswer, readJsonAnswer } from './same-answer'
import type { Stage } from './stage'
import { statementsOf } from './statements'

type Bench = { modules: number; measure: (stage: Stage, rounds: Rounds, name: string) => Promise<Figure[]> }
const [few, many] = [5_000, 50_000]
/** Two words and two facets, chosen so that a page and a half of modules is left. */
const search = '?q=referral%20audit&cap=C5&host=public-cloud'
const api = '/api/modules/search'

/** Benches on a migrated database without a row, and no server beside it. */
export const databaseBenches: Record<string, (databaseUrl: string) => Promise<Figure[]>> = {
  // Its modules open the database that the environment names, which is there only now.
  'evidence-log': async (url) => (await import('./evidence-log')).measureEvidenceLog(url),
  'funding-approvals': async (url) => (await import('./funding-approvals')).measureFundingApprovals(url),
  'contract-register': async (url) => (await import('./contract-register')).measureContractRegister(url),
}

/** Benches that need neither database nor server: of a size in thousands, in so many rounds. */
export const programBenches: Record<string, (thousand: number, rounds: number) => Promise<Figure[]>> = {
  reconcile: async (thousand, rounds) => (await import('./reconcile')).measureReconcile(thousand, rounds),
  choosing: async (_thousand, rounds) => (await import('./choosing')).measureChoosing(rounds === 1),
}

/** Every bench with the size of its catalogue and, where there is one, its goal: the highest ratio to the reference. */
export const benches: Record<string, Bench> = {
  'modules-search': { modules: few, measure: page(1.6) },
  'modules-search-new': { modules: few, measure: newPages },
  'search-api': { modules: few, measure: list(search, 1) },
  'list-api': { modules: few, measure: list('', 0.35) },
  'module-api': { modules: few, measure: modules((id) => `/api/v1/modules/${id}`, 8) },
  'module-page': { modules: few, measure: modules((id) => `/modules/${id}`) },
  'module-page-new': { modules: few, measure: newModulePages },
  'compare-api': { modules: few, measure: comparison('/compare/table.json', 4) },
  'compare-page': { modules: few, measure: comparison('/compare') },
  'choosing-web': { modules: few, measure: measureWebWhileChoosing },
  'first-visit': { modules: few, measure: ({ portal }) => measureFirstVisit(`${portal}/modules`) },
  // The last, because its worker derives every standing anew.
  memory: { modules: few, measure: (stage) => measureMemory(stage, `/modules${search}`) },
  'conformance-run': { modules: few, measure: () => measureRun() },
  nightly: { modules: 2_000, measure: (stage) => measureNight(stage) },
  'search-api-50000': { modules: many, measure: list(search) },
  'list-api-50000': { modules: many, measure: list('', 0.05) },
  'modules-search-50000': { modules: many, measure: page() },
  'modules-search-new-50000': { modules: many, measure: newPages },
}

function page(goal?: number): Bench['measure'] {
  return async (stage, rounds, name) => {
    await expectSameAnswer(`${stage.portal}/modules${search}`, `${stage.reference}/modules${search}`)
    return against(stage, rounds, name, [`/modules${search}`], [`/modules${search}`], goal)
  }
}

/** The same list where every address is a new one: nothing that was drawn before helps. */
async function newPages(stage: Stage, rounds: Rounds, name: string): Promise<Figure[]> {
  const addresses = Array.from({ length: 20_000 }, (_, i) => `/modules${search}&n=${1_000 + i}`)
  return against(stage, rounds, name, addresses, [`/modules${search}`])
}

/** A module's page where every address is a new one. */
function newModulePages(stage: Stage, rounds: Rounds, name: string): Promise<Figure[]> {
  const turn = (i: number) => stage.ids[i % stage.ids.length]!
  const addresses = Array.from({ length: 20_000 }, (_, i) => `/modules/${turn(i)}?n=${1_000 + i}`)
  return against(
    stage,
    rounds,
    name,
    addresses,
    stage.ids.map((id) => `/module?m=${id}`),
  )
}

function list(query: string, goal?: number): Bench['measure'] {
  return async (stage, rounds, name) => {
    await expectSameAnswer(stage.portal + api + query, `${stage.reference}/list${query}`, readJsonAnswer)
    return against(stage, rounds, name, [api + query], [`/list${query}`], goal)
  }
}

function modules(addressOf: (id: string) => string, goal?: number): Bench['measure'] {
  return (stage, rounds, name) =>
    against(
      stage,
      rounds,
      name,
      stage.ids.map(addressOf),
      stage.ids.map((id) => `/module?m=${id}`),
      goal,
    )
}

/** Eight at once, the most that a comparison takes. */
function comparison(path: string, goal?: number): Bench['measure'] {
  return (stage, rounds, name) => {
    const eights = Array.from({ length: 20 }, (_, i) =>
      stage.ids
        .slice(i * 8, i * 8 + 8)
        .map((id) => `m=${id}`)
        .join('&'),
    )
    return against(
      stage,
      rounds,
      name,
      eights.map((m) => `${path}?${m}`),
      eights.map((m) => `/compare?${m}`),
      goal,
    )
  }
}

async function against(stage: Stage, rounds: Rounds, name: string, ours: string[], bare: string[], goal?: number) {
  const { portal, reference, pids } = stage
  const figures = await compareUnderLoad(
    name,
    { addresses: ours.map((path) => portal + path), pids: [pids.portal, pids.database] },
    { addresses: bare.map((path) => reference + path), pids: [pids.reference, pids.database] },
    rounds,
    goal,
  )
  return [...figures, await statementsOf(stage, name, ours.slice(-50))]
}
