import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
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

/**
 * A machine that is busy elsewhere may make one test too slow: what failed in few files runs once more, alone, and is named either
 * way, as the journeys do it.
 */
function vitest(): Count {
  const first = vitestOn([])
  if (first.files.length === 0 || first.files.length > 3) return first
  const { passed, failed, skipped, names } = first
  console.log(`── once more, alone:\n${names.map((name) => `   ${name}`).join('\n')}`)
  const again = vitestOn(first.files)
  for (const name of names) console.log(`── ${again.names.includes(name) ? 'failed twice' : 'flaky'}: ${name}`)
  const mended = Math.max(0, failed - again.failed)
  return { passed: passed + mended, failed: failed - mended, skipped }
}

function vitestOn(only: string[]): Count & { files: string[]; names: string[] } {
  const report = '.cache/vitest.json'
  rmSync(report, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = run(['node_modules/vitest/vitest.mjs', 'run', ...only, ...reporters])
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, files: [], names: [] }
  const said: Report = JSON.parse(readFileSync(report, 'utf8'))
  const inTests = said.testResults.filter(({ status }) => status === 'failed')
  const failed = Math.max(
    said.numFailedTests,
    said.numFailedTestSuites > 0 && said.numFailedTests === 0 ? said.numFailedTestSuites : 0,
    code === 0 ? 0 : 1,
  )
  const files = inTests.map(({ name }) => relative('.', name))
  const names = inTests.flatMap(({ name, assertionResults }) => {
    const own = assertionResults.filter(({ status }) => status === 'failed')
    return own.length > 0 ? own.map(({ fullName }) => `${relative('.', name)}: ${fullName}`) : [relative('.', name)]
  })
  return { passed: said.numPassedTests, failed, skipped: said.numPendingTests, files, names }
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numFailedTestSuites: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
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
