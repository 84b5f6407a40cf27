import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildWeb } from './web-build'

type Count = { passed: number; failed: number; skipped: number }

/** Every kind of test, each counted; a kind that could not even run counts as one failure. */
const kinds: Record<string, () => Promise<Count> | Count> = {
  types: () => one('Types', ['node_modules/typescript/lib/tsc.js', '--noEmit', '--incremental', 'false']),
  lint: () => one('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  unit: () => vitest(),
  journeys: () => journeys(),
}

mkdirSync('.cache', { recursive: true })
const asked = process.argv.slice(2)
const total: Count = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of Object.entries(kinds)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const began = performance.now()
  console.log(`\n── ${name}`)
  const count = await run()
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key]
  console.log(
    `── ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)

function one(name: string, args: string[]): Count {
  const answer = run(args)
  console.log(answer === 0 ? `${name}: no complaint` : `${name}: see above`)
  return answer === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

function vitest(): Count {
  const report = '.cache/vitest.json'
  rmSync(report, { force: true })
  const code = run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests: skipped,
    numFailedTestSuites,
  } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = Math.max(
    numFailedTests,
    numFailedTestSuites > 0 && numFailedTests === 0 ? numFailedTestSuites : 0,
    code === 0 ? 0 : 1,
  )
  return { passed, failed, skipped }
}

async function journeys(): Promise<Count> {
  const report = '.cache/journeys.json'
  rmSync(report, { force: true })
  try {
    await buildWeb()
  } catch (error) {
    console.error((error as Error).message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const code = run(['node_modules/@playwright/test/cli.js', 'test'], { NODE_OPTIONS: '--conditions=react-server' })
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats
  return { passed: expected + flaky, failed: Math.max(unexpected, code === 0 ? 0 : 1), skipped }
}

function run(args: string[], variables: Record<string, string> = {}): number {
  const environment = { ...process.env, NODE_OPTIONS: '', ...variables }
  return spawnSync(process.execPath, args, { stdio: 'inherit', env: environment }).status ?? 1
}
