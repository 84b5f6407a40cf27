import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unsignedReportSchema } from './report-schema'
import { runVerb } from './run-verb'

const folder = mkdtempSync(join(tmpdir(), 'process-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** The checker as a process of its own; SIGTERM is sent as soon as it has said `stopWhen`. */
function run(args: string[], stopWhen?: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/reconciliation/command-line.ts', ...args])
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
    if (stopWhen && said.err.includes(stopWhen)) child.kill('SIGTERM')
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}
const pair = (name: string) => [
  ...['--source', at(`${name}/source`), '--target', at(`${name}/target`)],
  ...['--profile', at(`${name}/profile.json`), '--key', at('switch.key')],
]

beforeAll(async () => {
  const io = { out: () => undefined, err: () => undefined, now: () => new Date(0) }
  await runVerb(['init', '--out', folder], io)
  for (const [name, plant] of [
    ['equal', 'none'],
    ['lossy', 'L-dose'],
  ] as const)
    await runVerb(
      ['generate', '--out', at(name), '--patients', '60', '--per-patient', '20', '--seed', '2', '--plant', plant],
      io,
    )
})

it('§7.1: as a process ends with 0, 1 or 64, and its stdout is empty or the report', { timeout: 120_000 }, async () => {
  expect(await run(['compare', ...pair('equal'), '--out', at('r.json')])).toMatchObject({ code: 0, out: '' })
  const lossy = await run(['compare', ...pair('lossy'), '--out', '-'])
  expect(lossy.code).toBe(1)
  expect(unsignedReportSchema.parse(JSON.parse(lossy.out)).verdict).toBe('different')
  expect(await run(['compare', ...pair('equal'), '--out', '-', '--loud'])).toMatchObject({ code: 64, out: '' })
})

it('§7.1: as a process ends with 3 when it is stopped', { timeout: 120_000 }, async () => {
  const args = ['generate', '--out', at('q'), '--patients', '60000', '--per-patient', '90', '--seed', '2']
  expect(await run(args, 'of 60000')).toMatchObject({ code: 3, out: '' })
})
