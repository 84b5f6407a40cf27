import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { everyCheck, isProfile, type ProfileName, profiles } from './checks/profiles'
import { type Terminal, Usage } from './command-line-terminal'
import { parseSandbox } from './guard/sandbox-rules'
import { junitOf } from './report/junit'
import { exitCodeOf, outputOf } from './report/output'
import { tableOf } from './report/table'
import { complaintOf, fixturesSchema } from './run/fixtures-schema'
import { otherTokensSchema } from './run/job-schema'
import type { RunJob, RunnerLine } from './run/run-job'
import { runSuite } from './run/run-suite'

const options = {
  base: { type: 'string' },
  profile: { type: 'string', default: 'core-r4' },
  fixtures: { type: 'string' },
  'token-file': { type: 'string' },
  'tokens-file': { type: 'string' },
  out: { type: 'string' },
  junit: { type: 'string' },
  sandbox: { type: 'string', multiple: true, default: [] as string[] },
  seed: { type: 'string' },
  checks: { type: 'string' },
  'read-only': { type: 'boolean', default: false },
} as const

/** `run`: tests an endpoint and writes what was found. The exit code follows from the results (CS-02). */
export async function runCommand(args: string[], { out, err }: Terminal): Promise<number> {
  const asked = parseArgs({ args, options, strict: true, allowPositionals: false }).values
  if (asked.base === undefined || asked.fixtures === undefined) throw new Usage('run: --base and --fixtures are needed')
  const { profile } = asked
  if (!isProfile(profile)) throw new Usage(`--profile: there are ${Object.keys(profiles).join(' and ')}`)
  const sandbox = parseSandbox(asked.sandbox)
  if (!sandbox) throw new Usage('--sandbox: expected host=ip or host=ip:port')
  const job: RunJob = {
    kind: 'DRYRUN',
    base: asked.base,
    profile,
    fixtures: readFixtures(asked.fixtures),
    token: asked['token-file'] === undefined ? null : readToken(asked['token-file']),
    ...(asked['tokens-file'] === undefined ? {} : { tokens: readTokens(asked['tokens-file']) }),
    nonce: randomBytes(16).toString('hex'),
    seed: seedOf(asked.seed),
    ...(asked.checks === undefined ? {} : { checks: checksOf(asked.checks, profile) }),
    readOnly: asked['read-only'],
  }
  for (const file of [asked.out, asked.junit])
    if (file !== undefined) writeFileSync(`${file}.part`, '', { mode: 0o600 })
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const report = await runSuite(job, {
    sandbox,
    signal: stop.signal,
    now: () => new Date(performance.timeOrigin + performance.now()),
    tell: (line) => err(progressOf(line)),
  })
  if (asked.out) write(asked.out, `${JSON.stringify(outputOf(report), null, 2)}\n`)
  if (asked.junit) write(asked.junit, junitOf(report, everyCheck))
  out(tableOf(report))
  err(`seed ${job.seed}`)
  return exitCodeOf(report)
}

function progressOf(line: RunnerLine): string {
  if (line.event === 'finished') return 'finished'
  const at = `[${line.event === 'ended' ? line.done : line.done + 1}/${line.of}] ${line.check}`
  return line.event === 'began' ? `${at} …` : `${at} ${line.result}`
}

function readFixtures(path: string): RunJob['fixtures'] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Usage(`--fixtures: ${error instanceof SyntaxError ? 'the file is no JSON' : 'the file cannot be read'}`)
  }
  const read = fixturesSchema.safeParse(json)
  if (!read.success) throw new Usage(`--fixtures: ${complaintOf(read.error)}`)
  return read.data
}

/** Its content is told nowhere, not even in a complaint. */
function readToken(path: string): string {
  let token: string
  try {
    token = readFileSync(path, 'utf8').trim()
  } catch {
    throw new Usage('--token-file: the file cannot be read')
  }
  if (!/^[\x21-\x7e]{1,8192}$/.test(token)) throw new Usage('--token-file: expected one token, without spaces')
  return token
}

/** Tokens that must open nothing; their content is told nowhere either. */
function readTokens(path: string): RunJob['tokens'] {
  try {
    const read = otherTokensSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (read.success) return read.data
  } catch {
    // Told below: what stands in the file is not.
  }
  throw new Usage('--tokens-file: expected JSON with expired, otherAudience and otherScope, or some of them')
}

function checksOf(list: string, profile: ProfileName): string[] {
  const wanted = list.split(',').map((id) => id.trim())
  const unknown = wanted.find((id) => !profiles[profile].checks.some((check) => check.id === id))
  if (unknown !== undefined) throw new Usage('--checks: there is a check that the suite has not; see `list`')
  return wanted
}

function seedOf(text: string | undefined): number {
  if (text === undefined) return randomInt(0, 2 ** 32 - 1)
  const seed = Number(text)
  if (!/^\d{1,10}$/.test(text) || seed > 4_294_967_295) throw new Usage('--seed: expected a whole number below 2^32')
  return seed
}

/** Beside first, then in its place: a run that is killed leaves no half file. */
function write(path: string, text: string): void {
  writeFileSync(`${path}.part`, text, { mode: 0o600 })
  renameSync(`${path}.part`, path)
}
