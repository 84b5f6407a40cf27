import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { faults } from './faults/fault-list'

const door = fileURLToPath(new URL('../command-line.ts', import.meta.url))

/** What a command line prints, until it ends or has said what is waited for. */
async function say(args: string[], until?: RegExp): Promise<{ code: number | null; words: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', door, 'provider', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  child.stderr.on('data', (data: Buffer) => {
    words += String(data)
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  for await (const line of createInterface({ input: child.stdout })) {
    words += `${line}\n`
    if (until?.test(line)) child.kill('SIGTERM')
  }
  return { code: await ended, words }
}

it('RP-01: provider --list-faults names every fault with the check that must see it', async () => {
  const { code, words } = await say(['--list-faults'])
  expect(code).toBe(0)
  for (const [name, { mustFail }] of Object.entries(faults))
    expect(words).toMatch(new RegExp(`^${name} +${mustFail} `, 'm'))
})

it('RP-01: provider refuses words it does not know with 64', async () => {
  for (const args of [
    ['--fault', 'no-such-fault'],
    ['--port', '70000'],
    ['--shoe', 'x'],
  ]) {
    expect([args, (await say(args)).code]).toEqual([args, 64])
  }
}, 120_000)

it('RP-01: provider --write leaves what a run needs, and ends with 0 when it is stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-provider-'))
  try {
    const { code, words } = await say(['--port', '0', '--write', folder], /^npm run conformance/)
    expect(code).toBe(0)
    const base = readFileSync(join(folder, 'base.txt'), 'utf8')
    expect(base).toMatch(/^http:\/\/sandbox\.test:\d+\/fhir$/)
    expect(words).toContain(`--base ${base}`)
    expect(words).toContain(readFileSync(join(folder, 'token.txt'), 'utf8'))
    const fixtures = JSON.parse(readFileSync(join(folder, 'fixtures.json'), 'utf8')) as { nhsNumbers: string[] }
    expect(fixtures.nhsNumbers).toContain('9000000009')
    const tokens = JSON.parse(readFileSync(join(folder, 'tokens.json'), 'utf8')) as object
    expect(Object.keys(tokens)).toEqual(['expired', 'otherAudience', 'otherScope'])
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)
