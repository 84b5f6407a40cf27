import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { unsignedReportSchema } from '@/lib/reconciliation/report-schema'
import { runVerb } from '@/lib/reconciliation/run-verb'
import { packChecker, packWorker } from './packed.mjs'

const folder = mkdtempSync(join(tmpdir(), 'packed-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const io = { out: () => undefined, err: () => undefined, now: () => new Date(0) }

it('the packed checker, with its threads, says what its sources say', { timeout: 120_000 }, async () => {
  const made = ['--patients', '60', '--per-patient', '20', '--seed', '2', '--plant', 'L-dose']
  await runVerb(['init', '--out', folder], io)
  await runVerb(['generate', '--out', at('pair'), ...made], io)
  const sides = ['--source', at('pair/source'), '--target', at('pair/target')]
  const args = [...sides, '--profile', at('pair/profile.json'), '--key', at('switch.key')]
  await runVerb(['compare', ...args, '--out', at('sources.json')], io)
  const packed = fileURLToPath(await packChecker())
  const run = spawnSync(process.execPath, [packed, 'compare', ...args, '--workers', '2', '--out', at('packed.json')])
  expect([run.status, String(run.stderr)]).toEqual([1, expect.stringContaining('Verdict: different')])
  const [a, b] = ['sources', 'packed'].map((name) =>
    unsignedReportSchema.parse(JSON.parse(readFileSync(at(`${name}.json`), 'utf8'))),
  )
  expect([a!.merkle, a!.checks, a!.tool]).toEqual([b!.merkle, b!.checks, b!.tool])
})

it('is packed again when a source is no longer what it was', { timeout: 60_000 }, async () => {
  const home = fileURLToPath(new URL('.', await packChecker()))
  const list = join(home, 'sources.json')
  const before = readFileSync(list, 'utf8')
  writeFileSync(
    list,
    before.replace(/"lib\/reconciliation\/run-verb.ts","[^"]*"/, '"lib/reconciliation/run-verb.ts","older"'),
  )
  expect(readFileSync(list, 'utf8')).not.toBe(before)
  await packChecker()
  expect(readFileSync(list, 'utf8')).toBe(before)
})

it('the packed worker finds its threads and its programs beside their sources', async () => {
  const program = readFileSync(fileURLToPath(await packWorker()), 'utf8')
  for (const source of ['lib/worker/plans/start-plan-thread.ts', 'lib/conformance/run/runner-command.ts'])
    expect(program).toContain(`new URL("../../${source}", import.meta.url).href`)
  // A checkout that is moved must not start the programs of the place where it was.
  expect(program).not.toContain(resolve('.'))
})
