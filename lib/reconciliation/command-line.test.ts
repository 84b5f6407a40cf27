import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { unsignedReportSchema } from './report-schema'

const folder = mkdtempSync(join(tmpdir(), 'process-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** The checker as a process of its own; `stopWhen` sends SIGTERM as soon as it has said that. */
function run(args: string[], stopWhen?: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/reconciliation/command-line.ts', ...args])
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => (said.out += text))
  child.stderr.on('data', (text) => {
    said.err += text
    if (stopWhen && said.err.includes(stopWhen)) child.kill('SIGTERM')
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}
const pair = () => [
  '--source',
  at('p/source'),
  '--target',
  at('p/target'),
  '--profile',
  at('p/profile.json'),
  '--key',
  at('switch.key'),
]

it('§7.1: as a process: exit codes 0, 1, 2, 64; stdout stays empty or holds the report; stopped it ends with 3', {
  timeout: 120_000,
}, async () => {
  expect(await run(['init', '--out', folder])).toMatchObject({ code: 0, out: '' })
  const generate = (plant: string) =>
    run(['generate', '--out', at('p'), '--patients', '300', '--per-patient', '40', '--seed', '2', '--plant', plant])
  expect(await generate('none')).toMatchObject({ code: 0, out: '' })
  expect(await run(['compare', ...pair(), '--out', at('r.json')])).toMatchObject({ code: 0, out: '' })
  expect(await generate('L-dose')).toMatchObject({ code: 0 })
  const lossy = await run(['compare', ...pair(), '--out', '-'])
  expect(lossy.code).toBe(1)
  expect(unsignedReportSchema.parse(JSON.parse(lossy.out)).verdict).toBe('different')
  expect(await run(['compare', ...pair(), '--out', '-', '--loud'])).toMatchObject({ code: 64, out: '' })
  expect(await run(['compare', ...pair().map((one) => one.replace('p/source', 'none')), '--out', '-'])).toMatchObject({
    code: 2,
  })
  const stopped = await run(
    ['generate', '--out', at('q'), '--patients', '60000', '--per-patient', '90', '--seed', '2'],
    'of 60000',
  )
  expect(stopped.code).toBe(3)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})
