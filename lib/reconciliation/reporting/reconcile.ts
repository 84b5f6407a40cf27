import type { Comparison, EngineAnswer, Faulty, Progress, SideSummary } from '../compare/comparison'
import type { Judged } from '../differences/finding'
import { judgeAll } from '../differences/judge-all'
import { type EngineName, engines } from '../engines'
import { ChangedFile } from '../input/reread'
import { switchKeyId } from '../make-keys'
import type { ReportKind, UnsignedReport } from '../report'
import type { LoadedProfile } from '../sameness/load-profile'
import { checkManifest } from './check-manifest'
import { countNumberFaults } from './check-numbers'
import { makeFaultReport, makeReport } from './make-report'
import { maskReport } from './mask-report'
import { Tally } from './tally'

export type ReconcileOptions = {
  source: string
  target: string
  loaded: LoadedProfile
  switchKey: Uint8Array
  runId: string
  kind: ReportKind
  engine: EngineName
  /** True leaves small counts in: for the eyes of the practice only, and never to be signed. */
  exact?: boolean
  maxLine?: number
  workers?: number
  /** The folder of the side-car (EN-06). */
  resume?: string
  progress?: Progress
  now: () => Date
  /** Each difference, with the records at hand for as long as the call lasts. */
  each?: (difference: Judged, comparison: Comparison) => void
}

/** A report, and whether its small counts are exact. */
export type LocalReport = UnsignedReport & { exact?: true }
type Answer = Extract<EngineAnswer, { ok: true }>

/**
 * Compares two folders and makes the report: what matched, every difference by class, severity and check, the root. Faulty
 * input makes a report that says so and nothing else. Writes nothing itself.
 */
export async function reconcile(options: ReconcileOptions): Promise<LocalReport> {
  const { source, target, loaded, switchKey, maxLine, workers, resume, progress, now } = options
  const startedAt = now()
  const { compare, tool } = engines[options.engine]!
  const answer = await compare({ source, target, profile: loaded, switchKey, maxLine, workers, resume, progress })
  const manifests = manifestsOf(options, answer)
  const tally = new Tally()
  const changed = answer.ok ? await count(answer, options, tally) : undefined
  for (const side of ['source', 'target'] as const)
    if (manifests.source && manifests.target) tally.addFaults('C01', side, 'S1', manifests[side]!.faults)
  const facts = {
    runId: options.runId,
    kind: options.kind,
    tool,
    loaded,
    keyId: switchKeyId(switchKey),
    manifests: { source: manifests.source?.sha256 ?? null, target: manifests.target?.sha256 ?? null },
    startedAt,
    finishedAt: now(),
  }
  if (!answer.ok || changed) return makeFaultReport(facts, changed ?? (answer as Faulty))
  const report = makeReport(facts, answer.comparison, tally, manifests)
  return options.exact ? { ...report, exact: true } : maskReport(report)
}

/** Counts every difference; answers the fault where a file changed under the hands of the run (E-CHANGED). */
async function count(
  { comparison, rereading }: Answer,
  { loaded, each }: ReconcileOptions,
  tally: Tally,
): Promise<Faulty | undefined> {
  try {
    for await (const difference of judgeAll(comparison, rereading, loaded)) {
      tally.add(difference)
      each?.(difference, comparison)
    }
    for (const side of ['source', 'target'] as const)
      tally.addFaults('C03', 'Patient', 'S1', countNumberFaults(comparison[side]))
    return undefined
  } catch (error) {
    if (!(error instanceof ChangedFile)) throw error
    const { message: file } = error
    const side = comparison.source.files.some((one) => one.path === file) ? 'source' : 'target'
    const fault = {
      code: 'E-CHANGED',
      side,
      file,
      line: 0,
      byte: 0,
      message: 'The file changed while it was read',
    } as const
    return { faults: [fault], count: 1 }
  }
}

const nothing: SideSummary = {
  files: [],
  bytes: 0,
  resources: 0,
  byType: {},
  byMonth: {},
  patients: new Map(),
  keyless: [],
  references: 0,
  dangling: { count: 0, places: [] },
}

function manifestsOf({ source, target }: ReconcileOptions, answer: EngineAnswer) {
  const of = (side: 'source' | 'target') => (answer.ok ? answer.comparison[side] : nothing)
  return {
    source: checkManifest(source, 'source', of('source')),
    target: checkManifest(target, 'target', of('target')),
  }
}
