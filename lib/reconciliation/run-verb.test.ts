import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { buildReport, fullCanary } from '@/lib/testing/build-report'
import { sha256Hex } from './canonical-json'
import { manifestSchema } from './manifest-schema'
import { profileSchema } from './profile-schema'
import { runVerb } from './run-verb'

const folder = mkdtempSync(join(tmpdir(), 'reconcile-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

async function run(...args: string[]) {
  const said: string[] = []
  const printed: string[] = []
  const io = { out: (t: string) => printed.push(t), err: (t: string) => said.push(t), now: () => new Date(0) }
  const code = await runVerb(args, io)
  return { code, said: said.join('\n'), printed: printed.join('') }
}

describe('the command line', () => {
  it('makes keys once, closed to others, and never overwrites them', async () => {
    const first = await run('init', '--out', at('keys'))
    expect(first).toMatchObject({ code: 0, printed: '' })
    const key = readFileSync(at('keys/switch.key'), 'utf8')
    expect(key).toMatch(/^[0-9a-f]{64}\n$/)
    expect(first.said).not.toContain(key.trim())
    for (const name of ['switch.key', 'signing.key', 'signing.pub', 'profile.json'])
      expect(statSync(at(`keys/${name}`)).mode & 0o777).toBe(0o600)
    expect(profileSchema.parse(JSON.parse(readFileSync(at('keys/profile.json'), 'utf8'))).rules).toEqual([])
    expect((await run('init', '--out', at('keys'))).code).toBe(2)
    expect(readFileSync(at('keys/switch.key'), 'utf8')).toBe(key)
  })

  it('writes a manifest of plain and zipped files with rows and types', async () => {
    await run('init', '--out', at('data'))
    const patients = '\uFEFF{"resourceType":"Patient"}\r\n\r\n{"resourceType":"Patient"}'
    writeFileSync(at('data/a.ndjson'), patients)
    writeFileSync(at('data/b.ndjson.gz'), gzipSync('{"resourceType":"Flag"}\n'))
    const { code, said } = await run('manifest', '--dir', at('data'), '--side', 'source', '--practice', 'DEMO01')
    expect(code).toBe(0)
    const text = readFileSync(at('data/manifest.json'), 'utf8')
    expect(said).toContain(sha256Hex(text))
    expect(manifestSchema.parse(JSON.parse(text))).toMatchObject({
      side: 'source',
      countsByType: { Patient: 2, Flag: 1 },
      files: [
        { path: 'a.ndjson', rows: 2, bytes: Buffer.byteLength(patients), sha256: sha256Hex(patients) },
        { path: 'b.ndjson.gz', rows: 1 },
      ],
    })
  })

  it('refuses a damaged file with its name and line, and quotes nothing of it', async () => {
    writeFileSync(at('data/c.ndjson'), '{"resourceType":"Patient"}\n{"resourceType":"Pat')
    const broken = await run('manifest', '--dir', at('data'), '--side', 'source')
    expect(broken).toMatchObject({ code: 2, said: 'c.ndjson, line 2, byte 20: This is not JSON (E-JSON)' })
    // A line separator of Unicode is a character like any other, no end of a line.
    writeFileSync(at('data/c.ndjson'), '{"resourceType":"Flag","a":"\u2028"}')
    expect((await run('manifest', '--dir', at('data'), '--side', 'source')).code).toBe(0)
    writeFileSync(at('data/c.ndjson'), '')
    writeFileSync(at('data/d.ndjson.gz'), gzipSync('{"resourceType":"Flag"}\n').subarray(0, 20))
    expect((await run('manifest', '--dir', at('data'), '--side', 'source')).code).toBe(2)
  })

  it('signs and verifies, and says which report has another root', async () => {
    const make = (root: string) =>
      buildReport({
        kind: 'trial',
        sourceManifestSha256: 'a'.repeat(64),
        targetManifestSha256: 'b'.repeat(64),
        startedAt: new Date('2026-03-02T09:00:00Z'),
        root: root.repeat(64),
      })
    for (const root of ['1', '2']) writeFileSync(at(`report-${root}.json`), JSON.stringify(make(root)))
    writeFileSync(at('canary.json'), JSON.stringify(fullCanary(make('1'))))
    const [key, pub] = [at('keys/signing.key'), at('keys/signing.pub')]
    for (const root of ['1', '2'])
      expect(
        (await run('sign', '--report', at(`report-${root}.json`), '--canary', at('canary.json'), '--signing-key', key))
          .code,
      ).toBe(0)
    const verify = (...more: string[]) => run('verify', '--report', at('report-1.json'), '--public-key', pub, ...more)
    expect((await verify()).code).toBe(0)
    expect((await verify('--same-as', at('report-1.json'))).code).toBe(0)
    expect((await verify('--same-as', at('report-2.json'))).code).toBe(1)
    await run('init', '--out', at('others'))
    expect((await run('verify', '--report', at('report-1.json'), '--public-key', at('others/signing.pub'))).code).toBe(
      1,
    )
    writeFileSync(at('report-1.json'), readFileSync(at('report-1.json'), 'utf8').replace('"seed":7', '"seed":8'))
    expect((await verify()).code).toBe(1)
    writeFileSync(at('report-1.json'), 'nonsense')
    expect((await verify()).code).toBe(2)
  })

  it('answers 64 to what it does not know and to what comes later, 2 to a file that is not there', async () => {
    for (const args of [[], ['constructor'], ['verify'], ['init', '--out'], ['init', '--out', at('x'), '--loud', 'y']])
      expect((await run(...args)).code).toBe(64)
    expect(await run('bench')).toMatchObject({ code: 64, said: '"bench" comes with a later release' })
    expect((await run('verify', '--report', at('none'), '--public-key', at('none'))).code).toBe(2)
  })
})
