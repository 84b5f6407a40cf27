import { parseArgs } from 'node:util'
import type { ExitCode, Terminal } from '../run-verb'
import { unbundle } from './unbundle'

const usage = 'Usage: npm run reconcile -- unbundle --in FILE… --out DIR'

/** `unbundle --in FILE… --out DIR`: 0 done, 2 a file is faulty or the folder is not empty, 64 usage. */
export function unbundleVerb(args: string[], io: Terminal): ExitCode {
  const options = readOptions(args)
  if (!options) {
    io.err(usage)
    return 64
  }
  const done = unbundle(options.files, options.folder)
  if (!done.ok) {
    io.err(`${done.because}. Nothing was written.`)
    return 2
  }
  for (const [type, count] of Object.entries(done.counts)) io.err(`${type}: ${count}`)
  io.err(`${done.resources} resources from ${options.files.length} files`)
  if (done.repeated > 0) io.err(`${done.repeated} stood in several files in the same words and were written once`)
  if (done.withoutResource > 0) io.err(`${done.withoutResource} entries held no resource`)
  return 0
}

function readOptions(args: string[]): { files: string[]; folder: string } | undefined {
  try {
    const options = { in: { type: 'string' as const, multiple: true }, out: { type: 'string' as const } }
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true })
    const files = [...(values.in ?? []), ...positionals]
    return values.in && values.out ? { files, folder: values.out } : undefined
  } catch {
    return undefined
  }
}
