import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { parseSandbox } from '../guard/sandbox-rules'
import { complaintOf } from './fixtures-schema'
import { jobSchema } from './job-schema'
import { runSuite } from './run-suite'

/**
 * The runner (CS-01): a process of its own for one run. It reads one RunJob as JSON on standard input, writes a RunnerLine a line on
 * standard output, needs no environment, and ends itself after eleven minutes. `--sandbox host=ip[:port]` alone opens a host inside.
 */
setTimeout(() => process.exit(3), 660_000).unref()
const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())

const { sandbox: pins = [] } = parseArgs({ options: { sandbox: { type: 'string', multiple: true } } }).values
const sandbox = parseSandbox(pins)
const job = jobSchema.safeParse(readJson(await text(process.stdin)))
if (!sandbox || !job.success) {
  process.stderr.write(`${sandbox ? `job: ${complaintOf(job.error!)}` : 'sandbox: expected host=ip[:port]'}\n`)
  process.exitCode = 64
} else {
  await runSuite(job.data, {
    sandbox,
    signal: stop.signal,
    now: () => new Date(performance.timeOrigin + performance.now()),
    tell: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
  })
}

function readJson(input: string): unknown {
  try {
    return JSON.parse(input)
  } catch {
    return undefined
  }
}
