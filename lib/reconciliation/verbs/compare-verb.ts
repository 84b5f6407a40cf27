import { randomUUID } from 'node:crypto'
import { accessSync, closeSync, constants, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { canonicalJson } from '../canonical-json'
import { severities } from '../checks'
import { countWords, type ReportKind } from '../report'
import { detailsLine } from '../reporting/details-line'
import { type LocalReport, type ReconcileOptions, reconcile } from '../reporting/reconcile'
import { noteLeftover, writeWhole } from './leftovers'
import { readRunOptions, runMay, runNeeds } from './run-options'
import { showProgress } from './show-progress'
import { type ExitCode, type Options, Refusal, type Terminal, type Verb } from './verb'

const kinds: readonly ReportKind[] = ['trial', 'final', 'post-live', 'reverse']

export const compareVerb: Verb = {
  usage: `compare  --source DIR --target DIR --profile FILE --key FILE --out FILE|-
           [--kind trial|final|post-live|reverse] [--details FILE] [--exact] [--max-line BYTES]
           [--workers N] [--resume] [--engine NAME]`,
  needs: [...runNeeds, 'out'],
  may: [...runMay, 'kind', 'details'],
  flags: ['exact', 'resume'],
  run: compare,
}

async function compare(options: Options, io: Terminal): Promise<ExitCode> {
  const { text, flags } = options
  const kind = kinds.find((one) => one === (text.kind ?? 'trial'))
  if (!kind) throw new Refusal(64, `--kind: must be one of ${kinds.join(', ')}`)
  for (const path of [text.out, text.details])
    if (path !== undefined && path !== '-') accessSync(dirname(path), constants.W_OK)
  const started = performance.now()
  const run: ReconcileOptions = {
    ...readRunOptions(options),
    kind,
    runId: randomUUID(),
    exact: flags.has('exact'),
    progress: showProgress(io, () => performance.now() - started),
    now: io.now,
  }
  const report = text.details ? await withDetails(run, text.details) : await reconcile(run)
  const json = `${canonicalJson(report)}\n`
  if (text.out === '-') io.out(json)
  else writeWhole(text.out!, json)
  return conclude(report, io)
}

/** Writes each difference as it is found; the file stands under its name only when the run came to its end. */
async function withDetails(run: ReconcileOptions, path: string): Promise<LocalReport> {
  const part = `${path}.part`
  const done = noteLeftover(part)
  const file = openSync(part, 'w', 0o600)
  try {
    const report = await reconcile({
      ...run,
      each: (difference, comparison) => writeSync(file, detailsLine(difference, comparison)),
    })
    renameSync(part, path)
    return report
  } finally {
    closeSync(file)
    done()
  }
}

/** The verdict in words, and as an exit code. */
function conclude(report: LocalReport, io: Terminal): ExitCode {
  const { errors, errorCount, verdict, totals, checks } = report
  for (const { side, file, line, byte, code, message } of errors ?? [])
    io.err(`${side} ${file}, line ${line}, byte ${byte}: ${code} ${message}`)
  if (verdict === 'invalid-input') {
    io.err(`The input is faulty (${errorCount} faults); nothing was compared and there is no verdict`)
    return 2
  }
  const counts = severities.map((s) => `${s} ${countWords(totals.unexplained[s])}`).join(', ')
  io.err(`Verdict: ${verdict}. Unexplained: ${counts}`)
  const failing = checks.filter((check) => check.status === 'fail').map((check) => check.id)
  if (failing.length > 0) io.err(`Failing: ${failing.join(', ')}`)
  const absent = checks.filter((check) => check.status === 'not-run').map((check) => check.id)
  if (absent.length > 0) io.err(`Not run: ${absent.join(', ')} (a folder has no manifest.json)`)
  return verdict === 'different' ? 1 : 0
}
