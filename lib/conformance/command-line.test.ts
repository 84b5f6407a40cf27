import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providerFixtures } from './provider/fixtures'
import { type RunningProvider, startProvider } from './provider/start-provider'
import { suiteTable } from './run/suite-table'

const file = fileURLToPath(new URL('./command-line.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
const canary = 'canary-7f3a9d2c41e8b605-token'
let provider: RunningProvider
let wrong: RunningProvider
beforeAll(async () => {
  provider = await startProvider({ token: canary, retryAfter: 0 })
  wrong = await startProvider({ token: canary, fault: 'no-smart' })
})
afterAll(() => Promise.all([provider.close(), wrong.close()]))

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const fixtures = write('fixtures.json', JSON.stringify(providerFixtures(new Date())))
const token = write('token.txt', `${canary}\n`)

function cli(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args])
  const said = { out: '', err: '' }
  child.stdout.on('data', (part) => (said.out += part))
  child.stderr.on('data', (part) => (said.err += part))
  return new Promise((done) => child.on('close', (code) => done({ code, ...said })))
}
const run = (base: string, ...more: string[]) =>
  cli(
    'run',
    '--base',
    base,
    '--fixtures',
    fixtures,
    '--token-file',
    token,
    '--sandbox',
    'sandbox.test=127.0.0.1',
    ...more,
  )

describe('CS-02: the command line', () => {
  it('CS-02: writes its file and JUnit, tells the results, and ends with 0; the token stands nowhere', async () => {
    const [out, junit] = [join(folder, 'r.json'), join(folder, 'r.xml')]
    const said = await run(provider.base, '--checks', 'SMART-01,SRCH-01', '--out', out, '--junit', junit, '--seed', '7')
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('2 PASS') })
    expect(said.err).toContain('[2/2]')
    const output = JSON.parse(readFileSync(out, 'utf8'))
    expect(Object.keys(output)).toEqual(['suite', 'startedAt', 'results'])
    expect(output.results.map(({ check }: { check: string }) => check)).toEqual(['SMART-01', 'SRCH-01'])
    expect(output.results[0].exchanges[0]).toMatchObject({ method: 'GET', status: 200 })
    expect(readFileSync(junit, 'utf8')).toContain('tests="2" failures="0"')
    for (const text of [said.out, said.err, JSON.stringify(output)]) expect(text).not.toContain(canary)
    expect(await cli('diff', out, out)).toMatchObject({ code: 0, out: 'The same was found\n' })
  })

  it('CS-02: ends with 1 for a breach and 3 for what is no answer of the product', async () => {
    expect(await run(wrong.base, '--checks', 'SMART-01')).toMatchObject({
      code: 1,
      out: expect.stringContaining('NO_SMART_CONFIGURATION'),
    })
    expect((await run('http://sandbox.test:1/fhir', '--checks', 'SMART-01')).code).toBe(3)
    const inside = await cli('run', '--base', provider.base, '--fixtures', fixtures, '--checks', 'SMART-01')
    expect(inside).toMatchObject({ code: 3, out: expect.stringContaining('TARGET_NOT_ALLOWED') })
  })

  it('CS-02: ends with 64 for wrong use, names what is wrong, and never the token', async () => {
    const bad = write('bad.json', JSON.stringify({ ...providerFixtures(new Date()), nhsNumbers: ['9434765919'] }))
    const spaced = write('spaced.txt', `${canary} ${canary}`)
    const base = ['run', '--base', provider.base]
    const wrongs: [string[], RegExp][] = [
      [[], /Usage/],
      [['sing'], /Usage/],
      [['run'], /--base and --fixtures/],
      [[...base, '--fixtures', bad], /nhsNumbers\.0/],
      [[...base, '--fixtures', '/none'], /cannot be read/],
      [[...base, '--fixtures', fixtures, '--token-file', spaced], /--token-file/],
      [[...base, '--fixtures', fixtures, '--checks', 'CAP-99'], /--checks/],
      [[...base, '--fixtures', fixtures, '--sandbox', 'here'], /--sandbox/],
      [[...base, '--fixtures', fixtures, '--seed', '-1'], /seed/i],
      [['explain', 'CAP-99'], /explain/],
    ]
    for (const [args, words] of wrongs) {
      const said = await cli(...args)
      expect([args.join(' '), said.code]).toEqual([args.join(' '), 64])
      expect(said.err).toMatch(words)
      expect(said.err).not.toContain(canary)
    }
  }, 90_000)

  it('lists, explains, and hands over to the verifier', async () => {
    expect((await cli('list')).out.trim().split('\n')).toHaveLength(suiteTable.length)
    expect((await cli('explain', 'rec-02A')).out).toContain('INVALID_NHS_NUMBER')
    expect((await cli('verify')).code).toBe(64)
    expect((await cli('--help')).code).toBe(0)
  }, 60_000)
})
