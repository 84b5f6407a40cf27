import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { isDay } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { type ImportOutcome, importFile } from '@/lib/platform/imports/import-file'
import type { Progress } from '@/lib/platform/imports/importer'
import { issueWords } from '@/lib/platform/imports/issue'
import { refusalWords } from '@/lib/platform/refusal-words'
import { importerOf, importers } from '../imports/importers'

type Options = { json: boolean; dryRun: boolean; asOf?: string }

/**
 * `npm run import -- <kind> <file…> [--json] [--dry-run] [--as-of=YYYY-MM-DD]`. Progress goes to standard error; running it
 * acknowledges the warnings.
 * @returns 0 applied (or nothing to change), 1 rejected and nothing written, 64 wrong usage.
 */
export async function main(args: string[]): Promise<number> {
  const [kind, ...files] = args.filter((arg) => !arg.startsWith('--'))
  const flags = args.filter((arg) => arg.startsWith('--'))
  const asOf = flags.find((flag) => flag.startsWith('--as-of='))?.slice('--as-of='.length)
  const unknown = flags.find((flag) => !['--json', '--dry-run'].includes(flag) && !flag.startsWith('--as-of='))
  if (!kind || files.length === 0) return usage('a kind and at least one file are needed')
  if (!importerOf(kind)) return usage(`there is no kind "${kind}"`)
  if (unknown) return usage(`there is no option "${unknown}"`)
  if (asOf !== undefined && !isDay(asOf)) return usage(`"${asOf}" is no day`)
  const options = { json: flags.includes('--json'), dryRun: flags.includes('--dry-run'), ...(asOf ? { asOf } : {}) }
  for (const file of files) {
    const code = await importOne(kind, file, options)
    if (code !== 0) return code
  }
  return 0
}

async function importOne(kind: string, path: string, options: Options): Promise<number> {
  const bytes = await readFile(path).catch((error: Error) => error)
  if (bytes instanceof Error) return usage(`cannot read ${path}: ${bytes.message}`)
  const ctx = { actor: system, now: now(), requestId: newId() }
  const file = { name: basename(path), bytes, ...(options.asOf ? { asOf: options.asOf } : {}) }
  const result = await importFile(ctx, importerOf(kind)!, file, {
    dryRun: options.dryRun,
    report: progressLine(file.name),
  })
  if (!result.ok) {
    const reason = refusalWords(result.refusal)
    console.error(`${file.name}: ${reason}. Nothing was written.`)
    if (options.json) console.log(JSON.stringify(nothingDone(kind, file.name, reason)))
    return 1
  }
  tell(result.value)
  if (options.json) console.log(JSON.stringify(result.value.summary))
  return result.value.state === 'rejected' ? 1 : 0
}

/** The summary of a file that was not even read, because another of its kind is running. */
function nothingDone(kind: string, file: string, reason: string) {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0, absent: 0, warnings: 0 }
  return { kind, file, ...counts, errors: [{ line: 0, column: '', code: 'busy', reason, value: '' }] }
}

/** One line that overwrites itself on a terminal; one line a phase elsewhere. */
function progressLine(name: string): (progress: Progress) => void {
  let last = ''
  return ({ checked, written, total }) => {
    const phase = written > 0 ? `writing ${written} of ${total}` : `checking ${checked} of ${total}`
    const ended = written > 0 ? written === total : checked === total
    if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${phase}\u001b[K${ended ? '\n' : ''}`)
    if (!process.stderr.isTTY && phase !== last) process.stderr.write(`${name}: ${phase}\n`)
    last = phase
  }
}

function tell({ state, summary, warnings }: ImportOutcome): void {
  for (const issue of warnings.slice(0, 20)) console.error(`  warning: ${issueWords(issue)}`)
  if (warnings.length > 20) console.error(`  … and ${warnings.length - 20} more warnings`)
  for (const issue of summary.errors.slice(0, 1000)) console.error(`  error: ${issueWords(issue)}`)
  const { new: fresh, changed, unchanged, absent } = summary
  const figures = `${summary.rows} rows: ${fresh} new, ${changed} changed, ${unchanged} unchanged, ${absent} absent`
  const words = {
    applied: `applied. ${figures}`,
    unchanged: `nothing to change. ${figures}`,
    planned: `would be applied. ${figures}`,
    rejected: `rejected with ${summary.errors.length} errors. Nothing was written`,
  }
  const counted = Object.entries(summary.counts).map(([name, n]) => `${name} ${n}`)
  console.error(`${summary.file}: ${words[state]}.${counted.length > 0 ? ` (${counted.join(', ')})` : ''}`)
}

function usage(reason: string): number {
  console.error(`${reason}\nusage: npm run import -- <kind> <file…> [--json] [--dry-run] [--as-of=YYYY-MM-DD]`)
  console.error(`kinds: ${importers.map((importer) => importer.kind).join(' ')}`)
  return 64
}
