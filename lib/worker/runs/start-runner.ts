import 'server-only'
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { RunJob, RunnerLine, RunReport } from '@/lib/conformance/run/run-job'
import { runnerCommand } from '@/lib/conformance/run/runner-command'
import { env } from '@/lib/platform/env'

/** CS-01: a runner that lives longer is killed. */
const patienceMs = 11 * 60_000
/** More than a report of 500 requests can be. */
const longestLine = 20_000_000

/** None outlives the worker: whoever takes the run up again starts a new one. */
const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const runner of alive) runner.kill('SIGKILL')
})

export type Runner = { report: Promise<RunReport>; stop: () => void }

/**
 * Starts a runner as a process of its own (CS-01): no environment at all, so no database and no key; the job on its standard
 * input; hosts of the deployment's sandbox as flags (SG-10). `onLine` hears of each check as it begins and ends.
 */
export function startRunner(job: RunJob, onLine: (line: RunnerLine) => void): Runner {
  const { command, args } = runnerCommand(env().sandboxHosts)
  const runner = spawn(command, args, {
    // `env: {}` is typed as too little for Next.js, which wants NODE_ENV in every environment.
    env: {} as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  })
  alive.add(runner)
  runner.once('close', () => alive.delete(runner))
  const ended = new Promise<number | null>((resolve, reject) => runner.once('close', resolve).once('error', reject))
  runner.stdin.on('error', () => undefined)
  runner.stdin.end(JSON.stringify(job))
  let report: RunReport | undefined
  createInterface({ input: runner.stdout }).on('line', (words) => {
    if (words.length > longestLine) return void runner.kill('SIGKILL')
    const line: RunnerLine = JSON.parse(words)
    if (line.event === 'finished') report = line.report
    else onLine(line)
  })
  const complaint = text(runner.stderr)
  return {
    stop: () => void runner.kill('SIGKILL'),
    report: ended.then(async (code) => {
      if (report) return report
      throw new Error(`The runner ended with ${code}: ${(await complaint).slice(0, 500)}`)
    }),
  }
}
