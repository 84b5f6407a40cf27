import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import loadHighs, { type Highs, type Model } from 'highs'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Entry, Program } from '../model/program'

/**
 * Gap 0 and one seed, for proof and for the same run twice. The options are choices of speed alone, found by measuring: models
 * this small are proven in half the time without presolve, restarts, symmetry search and heuristics.
 */
export const solverOptions = {
  mipRelGap: 0,
  randomSeed: 20_260_401,
  options: {
    presolve: 'off',
    mip_allow_restart: false,
    mip_detect_symmetry: false,
    mip_heuristic_effort: 0,
    mip_heuristic_run_rins: false,
    mip_heuristic_run_rens: false,
    mip_heuristic_run_root_reduced_cost: false,
    mip_heuristic_run_feasibility_jump: false,
  },
}

/** How far a solve is: pounds; undefined where nothing is known yet. */
export type Progress = { boundPounds: number | undefined; incumbentPounds: number | undefined }
export type Watch = {
  onProgress?: (progress: Progress) => void
  isCancelled?: () => boolean
  /** Bytes of memory that the solver may have (RUN-5); 512 MB where absent. */
  mostBytes?: number
}

/** Seconds of solving that are left to a run; every solve takes from it. */
export type Allowance = { secondsLeft: number }

/**
 * What a solve came to. `bound`: no plan of the rows costs less, pounds. `values`: a plan, where there is one.
 * Stopped: by the limit or by the person.
 */
export type Solved = { status: 'optimal' | 'infeasible' | 'stopped'; values: Float64Array | undefined; bound: number }

export type Solver = {
  solve: () => Solved
  /** Adds a row to all solves that follow; answers its place. */
  addRow: (lower: number, upper: number, entries: Entry[]) => number
  boundRow: (place: number, lower: number, upper: number) => void
  close: () => void
}

/** A thread's own limit does not count what WebAssembly has, so the solver is held to one of its own, with the same code. */
export class TooMuchMemory extends Error {
  readonly code = 'ERR_WORKER_OUT_OF_MEMORY'
}
const usualMostBytes = 512 * 1_048_576

let loaded: Promise<Highs> | undefined
/** The solver's WebAssembly, once a process. */
export const loadSolver = (): Promise<Highs> => (loaded ??= loadHighs())

/** Which solver answered, to the byte (EX-7). */
export function solverName(highs: Highs): { name: string; version: string; wasmSha256: string } {
  wasmSha256 ??= sha256Hex(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')))
  return { name: 'HiGHS', version: highs.version.string, wasmSha256 }
}
let wasmSha256: string | undefined

/** Opens a program for one or more solves. It must be closed: nothing else gives its memory back. Solving @throws `TooMuchMemory`. */
export function openSolver(highs: Highs, program: Program, allowance: Allowance, watch: Watch = {}): Solver {
  const model = highs.createModel(modelOf(highs, program))
  model.options.set({
    output_flag: false,
    mip_rel_gap: solverOptions.mipRelGap,
    mip_abs_gap: 0,
    random_seed: solverOptions.randomSeed,
    ...solverOptions.options,
  })
  return {
    solve: () => solve(highs, model, allowance, watch),
    addRow: (lower, upper, entries) => {
      model.addRow(lower, upper, { indices: entries.map(([c]) => c), values: entries.map(([, v]) => v) })
      return model.raw.getDimensions().numRows - 1
    },
    boundRow: (place, lower, upper) => void model.changeRowBounds(place, lower, upper),
    close: () => model.dispose(),
  }
}

function solve(highs: Highs, model: Model, allowance: Allowance, watch: Watch): Solved {
  if (allowance.secondsLeft <= 0 || watch.isCancelled?.())
    return { status: 'stopped', values: undefined, bound: -Infinity }
  const { modelStatus, callbackType } = highs.constants
  model.clearSolver()
  model.zeroAllClocks()
  model.options.set('time_limit', allowance.secondsLeft)
  const isTooLarge = () => highs.memoryBytes > (watch.mostBytes ?? usualMostBytes)
  const stop = (event: { interrupt: () => void }): undefined => {
    if (watch.isCancelled?.() || isTooLarge()) event.interrupt()
  }
  model.run({
    [callbackType.simplexInterrupt]: stop,
    [callbackType.mipInterrupt]: (event): undefined => {
      watch.onProgress?.({
        boundPounds: finite(event.data.mip_dual_bound),
        incumbentPounds: finite(event.data.mip_primal_bound),
      })
      return stop(event)
    },
  })
  if (isTooLarge()) throw new TooMuchMemory(`The solver has ${highs.memoryBytes} bytes`)
  allowance.secondsLeft -= model.getRunTime()
  const status = model.getModelStatus()
  if (status === modelStatus.optimal || status === modelStatus.empty)
    return { status: 'optimal', values: model.getSolution().colValue, bound: Number(model.info.get('mip_dual_bound')) }
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { status: 'infeasible', values: undefined, bound: Infinity }
  if (status !== modelStatus.timeLimit && status !== modelStatus.interrupted)
    throw new Error(`the solver ended with status ${status}`)
  const hasPlan = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
  const bound = Number(model.info.get('mip_dual_bound'))
  return {
    status: 'stopped',
    values: hasPlan ? model.getSolution().colValue : undefined,
    bound: finite(bound) ?? -Infinity,
  }
}

function modelOf(highs: Highs, { columns, rows, offset }: Program) {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { entries } of rows) {
    for (const [column, value] of entries) {
      indices.push(column)
      values.push(value)
    }
    starts.push(indices.length)
  }
  const { integer, continuous } = highs.constants.variableType
  return {
    numCols: columns.length,
    numRows: rows.length,
    offset,
    colCost: columns.map(({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ isInteger }) => (isInteger ? integer : continuous)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}

const finite = (n: number | undefined): number | undefined =>
  n !== undefined && Number.isFinite(n) && Math.abs(n) < 1e20 ? n : undefined
