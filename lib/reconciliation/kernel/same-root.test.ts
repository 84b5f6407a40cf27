import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plantedClasses } from '../checks'
import type { ComparisonRequest } from '../compare/comparison'
import { generate } from '../generator/generate'
import { randomFrom } from '../generator/random'
import { makeKeys } from '../make-keys'
import { loadProfile } from '../sameness/load-profile'
import { compareByKernel } from './wasm-engine'

const folder = mkdtempSync(join(tmpdir(), 'root-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const switchKey = new Uint8Array(32).fill(9)
let request: ComparisonRequest

beforeAll(async () => {
  const made = await generate(folder, { patients: 200, perPatient: 30, seed: 5, plant: plantedClasses })
  const read = loadProfile(join(folder, 'profile.json'))
  if (!made.ok || !read.ok) throw new Error('The pair was not made')
  request = { source: join(folder, 'source'), target: join(folder, 'target'), profile: read.loaded, switchKey }
})

/** The same lines of both sides, shuffled, in so many files; every second one zipped. */
function inFiles(name: string, files: number): ComparisonRequest {
  const random = randomFrom(files, 3)
  const sides = (['source', 'target'] as const).map((side) => {
    const lines = readFileSync(join(folder, side, 'part-001.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
    const order = lines.map((line) => ({ line, at: random.next() })).sort((a, b) => a.at - b.at)
    const to = join(folder, name, side)
    mkdirSync(to, { recursive: true })
    for (let n = 0; n < files; n++) {
      const text = order.filter((_, i) => i % files === n).map(({ line }) => line)
      const bytes = Buffer.from(`${text.join('\n')}\n`)
      writeFileSync(join(to, `${n}.ndjson${n % 2 ? '.gz' : ''}`), n % 2 ? gzipSync(bytes) : bytes)
    }
    return to
  })
  return { ...request, source: sides[0]!, target: sides[1]! }
}

async function totals(of: ComparisonRequest) {
  const answer = await compareByKernel(of)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  const { merkle, unpaired, links, matched, source, target } = answer.comparison
  return {
    root: merkle.root,
    unpaired: [unpaired.source.map(({ l1 }) => l1).sort(), unpaired.target.map(({ l1 }) => l1).sort()],
    links: links.length,
    matched,
    months: [source.byMonth, target.byMonth],
  }
}

it('the root and the totals are one, whatever the files, their order and gzip', async () => {
  const once = await totals(request)
  expect(once.unpaired[0]!.length).toBeGreaterThan(50)
  for (const files of [2, 5]) expect(await totals(inFiles(`files-${files}`, files))).toEqual(once)
})

it('EN-07: so many threads find the same, line by line, and make the same report', async () => {
  const options = optionsOf(inFiles('threads', 5))
  const [report, details] = [join(folder, 'threads.json'), join(folder, 'threads.ndjson')]
  const told: unknown[] = []
  for (const workers of ['1', '2', '4']) {
    expect(await run(['compare', ...options, '--out', report, '--details', details, '--workers', workers])).toBe(1)
    told.push([timeless(report), readFileSync(details, 'utf8')])
  }
  expect(told[1]).toEqual(told[0])
  expect(told[2]).toEqual(told[0])
}, 120_000)

it('EN-06: a run that is taken up again reads only what was not kept, and removes what it kept', async () => {
  const split = inFiles('kept', 4)
  const resume = join(folder, 'kept.resume')
  const fresh = await totals(split)
  expect(await totals({ ...split, resume })).toEqual(fresh)
  expect(existsSync(resume)).toBe(false)
})

it('EN-06: a run killed at any file is taken up to the identical report', async () => {
  const split = inFiles('killed', 8)
  const options = optionsOf(split)
  const whole = join(folder, 'whole.json')
  expect(await run(['compare', ...options, '--out', whole])).toBe(1)
  const out = join(folder, 'killed.json')
  let killed = 0
  for (const kept of [1, 3, 6]) {
    const child = start(['compare', ...options, '--out', out, '--resume'])
    const ended = new Promise((done) => child.once('exit', done))
    while (child.exitCode === null && partsOf(`${out}.resume`) < kept) await new Promise((done) => setTimeout(done, 2))
    if (child.exitCode === null) killed += 1
    child.kill('SIGKILL')
    await ended
    if (existsSync(out)) break
    expect(partsOf(`${out}.resume`)).toBeGreaterThan(0)
  }
  expect(killed).toBeGreaterThan(0)
  expect(await run(['compare', ...options, '--out', out, '--resume'])).toBe(1)
  expect(existsSync(`${out}.resume`)).toBe(false)
  expect(timeless(out)).toEqual(timeless(whole))
}, 120_000)

/** What the command line is asked of a pair; its keys are made once. */
function optionsOf({ source, target }: ComparisonRequest): string[] {
  const keys = join(folder, 'keys')
  makeKeys(keys)
  const key = join(keys, 'switch.key')
  return ['--source', source, '--target', target, '--profile', join(folder, 'profile.json'), '--key', key]
}

const partsOf = (path: string) =>
  existsSync(path) ? readdirSync(path).filter((name) => !name.endsWith('.part')).length : 0

function start(args: string[]): ChildProcess {
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/reconciliation/command-line.ts']
  return spawn(process.execPath, [...node, ...args], { stdio: 'ignore' })
}
const run = (args: string[]) => new Promise<number | null>((done) => start(args).once('exit', done))

function timeless(path: string) {
  const { runId, startedAt, finishedAt, ...report } = JSON.parse(readFileSync(path, 'utf8'))
  return report
}
