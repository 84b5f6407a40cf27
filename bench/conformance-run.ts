import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { providerFixtures } from '@/lib/conformance/provider/fixtures'
import { startProvider } from '@/lib/conformance/provider/start-provider'
import type { RunJob, RunnerLine } from '@/lib/conformance/run/run-job'
import { type Figure, figure } from './figure'

/** CS-01: one whole run of the suite against the sound reference provider, as the worker starts it, beside as many plain reads of the same provider. */
export async function measureRun(): Promise<Figure[]> {
  const at = new Date()
  const provider = await startProvider({ now: at })
  try {
    const began = performance.now()
    const { report } = await runOnce({
      kind: 'DRYRUN',
      base: `${provider.base}/`,
      profile: 'core-r4',
      fixtures: providerFixtures(at),
      token: provider.token,
      nonce: 'bench-bench-bench',
      seed: 1,
      readOnly: false,
    })
    const ms = performance.now() - began
    const failed = report.results
      .filter(({ result }) => result !== 'PASS' && result !== 'NOT_APPLICABLE')
      .map(({ check }) => check)
    if (failed.length > 0) throw new Error(`the sound provider did not pass ${failed.join(', ')}`)
    const n = report.exchanges.length
    const baselineValue = await readPlainly(provider, n)
    return [
      figure('conformance-run.time', ms, 'ms', { baseline: 'as many plain reads of one patient', baselineValue, n }),
      figure('conformance-run.limit', ms, 'ms', { baseline: 'limit', baselineValue: 30_000, n, goal: 1 }),
    ]
  } finally {
    await provider.close()
  }
}

async function runOnce(job: RunJob): Promise<Extract<RunnerLine, { event: 'finished' }>> {
  const entry = ['--import', 'tsx', 'lib/conformance/run/runner-process.ts', '--sandbox', 'sandbox.test=127.0.0.1']
  const runner = spawn(process.execPath, entry, { env: {} as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'inherit'] })
  runner.stdin.end(JSON.stringify(job))
  return JSON.parse((await text(runner.stdout)).trim().split('\n').at(-1)!)
}

async function readPlainly({ port, token }: { port: number; token: string }, n: number): Promise<number> {
  const began = performance.now()
  const address = `http://127.0.0.1:${port}/fhir/Patient?_count=1`
  for (let i = 0; i < n; i++)
    await (await fetch(address, { headers: { authorization: `Bearer ${token}`, host: 'sandbox.test' } })).arrayBuffer()
  return performance.now() - began
}
