import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unsignedReportSchema } from '../report-schema'
import { runVerb } from '../run-verb'

const folder = mkdtempSync(join(tmpdir(), 'verbs-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

async function run(...args: string[]) {
  const [said, printed]: [string[], string[]] = [[], []]
  let seconds = 0
  const io = {
    out: (t: string) => printed.push(t),
    err: (t: string) => said.push(t),
    now: () => new Date(Date.UTC(2026, 2, 2, 10, 0, seconds++)),
  }
  const code = await runVerb(args, io)
  return { code, said: said.join('\n'), printed: printed.join('') }
}
const generate = (out: string, plant: string) =>
  run('generate', '--out', at(out), '--patients', '60', '--per-patient', '20', '--seed', '5', '--plant', plant)
const sides = (pair: string) => [
  '--source',
  at(`${pair}/source`),
  '--target',
  at(`${pair}/target`),
  '--profile',
  at(`${pair}/profile.json`),
  '--key',
  at('keys/switch.key'),
]
const json = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'))

beforeAll(async () => {
  expect((await run('init', '--out', at('keys'))).code).toBe(0)
  expect((await generate('equal', 'none')).code).toBe(0)
  expect((await generate('lossy', 'all')).code).toBe(0)
})

describe('the verb compare', () => {
  it('§7.1: ends with 0 and prints nothing where nothing is unexplained, and writes the report for its owner only', async () => {
    expect(await run('compare', ...sides('equal'), '--out', at('equal.json'))).toMatchObject({ code: 0, printed: '' })
    expect(unsignedReportSchema.parse(json('equal.json'))).toMatchObject({
      verdict: 'equal',
      kind: 'trial',
      complete: true,
      startedAt: '2026-03-02T10:00:00.000Z',
      finishedAt: '2026-03-02T10:00:01.000Z',
    })
    expect(statSync(at('equal.json')).mode & 0o777).toBe(0o600)
  })

  it('ends with 1 at differences; --out - prints the report and nothing else; details name places and no values', async () => {
    const { code, printed, said } = await run(
      'compare',
      ...sides('lossy'),
      '--out',
      '-',
      '--details',
      at('d.ndjson'),
      '--kind',
      'final',
    )
    expect(code).toBe(1)
    expect(unsignedReportSchema.parse(JSON.parse(printed))).toMatchObject({ verdict: 'different', kind: 'final' })
    expect(said).toContain('Verdict: different')
    const details = readFileSync(at('d.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const counted = details.filter((one) => one.explainedBy === null)
    expect(counted.length).toBe(json('lossy/truth.json').length)
    expect(counted.find((one) => one.checks.includes('C14'))).toMatchObject({
      class: 'altered',
      type: 'Observation',
      severity: 'S1',
      paths: ['valueQuantity.value'],
      rule: null,
    })
    expect(statSync(at('d.ndjson')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('ends with 2 at faulty input, key and profile, and says where', async () => {
    await generate('broken', 'none')
    writeFileSync(at('broken/source/zz.ndjson'), '{"resourceType":"Flag","id":"a"}\n{"resourceType":"Flag"')
    const faulty = await run('compare', ...sides('broken'), '--out', at('broken.json'))
    expect(faulty).toMatchObject({ code: 2, printed: '' })
    expect(faulty.said).toMatch(/source zz\.ndjson, line 2, byte \d+: E-JSON/)
    expect(json('broken.json')).toMatchObject({ verdict: 'invalid-input', errors: [{ line: 2 }], errorCount: 1 })
    writeFileSync(at('bad.key'), 'short')
    const args = sides('equal').map((one) => (one.endsWith('switch.key') ? at('bad.key') : one))
    expect(await run('compare', ...args, '--out', '-')).toMatchObject({
      code: 2,
      said: expect.stringContaining('switch key'),
    })
    const nowhere = await run('compare', ...sides('equal'), '--out', at('nowhere/r.json'))
    expect(nowhere).toMatchObject({ code: 2, said: expect.stringContaining('ENOENT') })
    const empty = sides('equal').map((one) => (one.endsWith('profile.json') ? at('keys/profile.json') : one))
    expect(await run('compare', ...empty, '--out', '-')).toMatchObject({
      code: 2,
      said: expect.stringContaining('asOf'),
    })
  })

  it.each([
    [['--kind', 'rehearsal'], '--kind'],
    [['--engine', 'abacus'], '--engine'],
    [['--workers', 'two'], '--workers'],
    [['--max-line', '0'], '--max-line'],
  ])('ends with 64 at %j', async (more, said) => {
    expect(await run('compare', ...sides('equal'), '--out', '-', ...more)).toMatchObject({
      code: 64,
      printed: '',
      said: expect.stringContaining(said),
    })
  })

  it('--exact tells small counts and cannot be signed', async () => {
    await run('compare', ...sides('lossy'), '--out', at('exact.json'), '--exact')
    expect(json('exact.json')).toMatchObject({ exact: true, totals: { byClass: { duplicate: 2 } } })
    writeFileSync(at('canary.json'), '{}')
    expect(
      await run(
        'sign',
        '--report',
        at('exact.json'),
        '--canary',
        at('canary.json'),
        '--signing-key',
        at('keys/signing.key'),
      ),
    ).toMatchObject({ code: 2, said: expect.stringContaining('--exact') })
  })
})

describe('the verbs around it', () => {
  it('canary, sign and verify: a report is signed with a full canary of its profile, key and tool', async () => {
    await run('compare', ...sides('lossy'), '--out', at('r.json'))
    expect((await run('canary', ...sides('lossy'), '--out', at('c.json'), '--seed', '3')).code).toBe(0)
    expect(
      (await run('sign', '--report', at('r.json'), '--canary', at('c.json'), '--signing-key', at('keys/signing.key')))
        .code,
    ).toBe(0)
    expect((await run('verify', '--report', at('r.json'), '--public-key', at('keys/signing.pub'))).code).toBe(0)
  })

  it('prove and verify: one patient’s leaf is under the root of the signed report, and under no other', async () => {
    const patient = readFileSync(at('lossy/source/part-001.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l))
      .find((r) => r.resourceType === 'Patient')
    const number = patient.identifier[0].value
    expect(
      (await run('prove', ...sides('lossy'), '--patient', number, '--report', at('r.json'), '--out', at('p.json')))
        .code,
    ).toBe(0)
    expect(readFileSync(at('p.json'), 'utf8')).not.toContain(number)
    const verify = () =>
      run('verify', '--report', at('r.json'), '--public-key', at('keys/signing.pub'), '--proof', at('p.json'))
    expect((await verify()).code).toBe(0)
    writeFileSync(at('p.json'), JSON.stringify({ ...json('p.json'), leaf: '0'.repeat(64) }))
    expect((await verify()).code).toBe(1)
    expect(
      (await run('prove', ...sides('lossy'), '--patient', '9434765919', '--report', at('r.json'), '--out', '-')).code,
    ).toBe(1)
    expect(
      (await run('prove', ...sides('equal'), '--patient', number, '--report', at('r.json'), '--out', '-')).code,
    ).toBe(1)
  })

  it('explain: shows both records side by side and marks what changed', async () => {
    const truth = json('lossy/truth.json').find((one: { kind: string }) => one.kind === 'L-dose')
    const one = await run(
      'explain',
      '--details',
      at('d.ndjson'),
      '--source',
      at('lossy/source'),
      '--target',
      at('lossy/target'),
      '--id',
      truth.targetId,
    )
    expect(one.code).toBe(0)
    const marked = one.printed.split('\n').filter((line) => line.startsWith('≠'))
    expect(marked).toHaveLength(1)
    expect(marked[0]).toMatch(/^≠ dosageInstruction\[0\]\.text +".+" +".+"$/)
    const all = await run(
      'explain',
      '--details',
      at('d.ndjson'),
      '--source',
      at('lossy/source'),
      '--target',
      at('lossy/target'),
    )
    expect(all.printed.match(/^\d+\. /gm)!.length).toBe(
      readFileSync(at('d.ndjson'), 'utf8').trimEnd().split('\n').length,
    )
    expect(
      (
        await run(
          'explain',
          '--details',
          at('d.ndjson'),
          '--source',
          at('lossy/source'),
          '--target',
          at('lossy/target'),
          '--id',
          'nobody',
        )
      ).code,
    ).toBe(1)
    writeFileSync(at('bad.ndjson'), '{"class":"lost"}\n')
    expect(
      (
        await run(
          'explain',
          '--details',
          at('bad.ndjson'),
          '--source',
          at('lossy/source'),
          '--target',
          at('lossy/target'),
        )
      ).code,
    ).toBe(2)
  })
})
