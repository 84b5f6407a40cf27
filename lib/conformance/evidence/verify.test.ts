import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from './bundle'
import { canonicalJson } from './canonical-json'
import { checkpointText, signNote } from './checkpoint'
import { sealEnvelope } from './envelope'
import { MerkleTree } from './merkle-tree'
import { type Proof, proofOf } from './proof'
import { verdictsOf } from './verdict-rules'

const file = new URL('./verify.mjs', import.meta.url).pathname
type Verified = { steps: string[]; bundle: Bundle }
let verifyProof: (proof: unknown, keys: unknown, since?: string) => Verified

const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  return { privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), publicKey: raw }
}
const [runner, log, one, two] = [newKey(), newKey(), newKey(), newKey()]
const origin = 'register.example/evidence'
const keys = {
  evidence: [{ keyid: 'runner-2026', publicKey: runner.publicKey }],
  log: { name: origin, publicKey: log.publicKey },
  witnesses: [
    { name: 'witness-one', publicKey: one.publicKey },
    { name: 'witness-two', publicKey: two.publicKey },
  ],
}

const found: Pick<Bundle, 'map' | 'results'> = {
  map: [
    { check: 'CAP-01', requirement: 'GPC/foundations', strength: 'FULL' },
    { check: 'CAP-02', requirement: 'ISNFR03', strength: 'PARTIAL' },
    { check: 'ERR-01', requirement: 'GPC/error-handling', strength: 'FULL' },
  ],
  results: [
    { check: 'CAP-01', result: 'PASS', reason: 'OK', message: 'as declared: é “quoted”' },
    { check: 'CAP-02', result: 'PASS', reason: 'OK', message: '' },
    { check: 'ERR-01', result: 'FAIL', reason: 'INTERNALS_SHOWN', message: 'a stack trace' },
  ],
}
const bundle: Bundle = {
  ...found,
  schema: 'gpit.evidence/v1',
  kind: 'OFFICIAL',
  suite: { name: 'core-r4', version: '1.0.0', codeSha256: 'a'.repeat(64), mapSha256: 'b'.repeat(64) },
  standardVersions: ['S26 2.0.0'],
  moduleVersion: 'module/1.0.0',
  endpoint: 'https://fhir.supplier.example/r4',
  addresses: ['203.0.113.5'],
  tlsFingerprints: ['c'.repeat(64)],
  nonce: 'd'.repeat(32),
  startedAt: '2026-11-25T04:00:00Z',
  exchanges: [],
  verdicts: verdictsOf(found),
}

/** A log of so many leaves in which the bundle stands, and the proof of it since an older checkpoint. */
function made(value: object = bundle, index = 5, size = 13) {
  const envelope = sealEnvelope(value, { id: 'runner-2026', privateKeyPem: runner.privateKeyPem })
  const tree = new MerkleTree()
  for (let i = 0; i < size; i++)
    tree.append(Buffer.from(i === index ? canonicalJson(envelope) : `an envelope of number ${i}`))
  const note = (n: number) => {
    const text = checkpointText({ origin, size: n, root: tree.root(n) })
    return [
      { name: origin, privateKeyPem: log.privateKeyPem },
      { name: 'witness-one', privateKeyPem: one.privateKeyPem },
      { name: 'witness-two', privateKeyPem: two.privateKeyPem },
    ].reduce(signNote, text)
  }
  const older = Math.min(4, size)
  return { proof: proofOf(envelope, index, size, note(size), tree.at, older), since: note(older), tree, note }
}
const refused = (proof: unknown, since?: string, with_: unknown = keys) => {
  try {
    verifyProof(proof, with_, since)
    return false
  } catch {
    return true
  }
}

beforeAll(async () => {
  ;({ verifyProof } = await import(file))
})

describe('EV-06: the stand-alone verifier', () => {
  it('is one file of its own: nothing but modules of Node', () => {
    const imports = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1])
    expect(imports.every((name) => name!.startsWith('node:'))).toBe(true)
  })

  it('accepts a real bundle in words, with its verdicts, at every place of logs of every size', () => {
    const { proof, since } = made()
    const { steps } = verifyProof(proof, keys, since)
    expect(steps).toContain('2 witnesses that you trust saw the same log')
    expect(steps).toContain('nothing before it was changed since the older checkpoint')
    expect(bundle.verdicts).toEqual({
      'GPC/error-handling': 'NOT_MET',
      'GPC/foundations': 'MET_MACHINE',
      ISNFR03: 'NOT_PROVEN',
    })
    for (let size = 1; size <= 20; size++)
      for (let index = 0; index < size; index++) {
        const one = made(bundle, index, size)
        expect(refused(one.proof, one.since), `${index} of ${size}`).toBe(false)
      }
  })

  it('from the command line: 0 verified, 1 not, 2 unreadable, 64 usage', () => {
    const dir = mkdtempSync(join(tmpdir(), 'proof-'))
    const { proof, since } = made()
    const write = (name: string, text: string) => {
      writeFileSync(join(dir, name), text)
      return join(dir, name)
    }
    const paths = [write('proof.json', JSON.stringify(proof)), '--keys', write('keys.json', JSON.stringify(keys))]
    const out = execFileSync(process.execPath, [file, ...paths, '--since', write('older.txt', since)], {
      encoding: 'utf8',
    })
    expect(out).toMatch(/GPC\/foundations\tMET_MACHINE[\s\S]*VERIFIED\n$/)
    const run = (...args: string[]) => spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' })
    const bent = write('bent.json', JSON.stringify({ ...proof, log: { ...proof.log, index: 6 } }))
    expect(run(bent, ...paths.slice(1))).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT VERIFIED') })
    expect(run(join(dir, 'none.json'), ...paths.slice(1)).status).toBe(2)
    expect(run(paths[0]!).status).toBe(64)
    expect(run(...paths, '--other', 'x').status).toBe(64)
  })

  it('refuses every copy with a single byte changed: each byte of the file, and 2,000 more', () => {
    const { proof, since } = made()
    const bytes = Buffer.from(JSON.stringify(proof))
    const bendAt = (at: number, byte: number) => {
      const bent = Buffer.from(bytes)
      bent[at] = byte
      let value: unknown
      try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bent))
      } catch {
        return true
      }
      return refused(value, since)
    }
    const unseen: string[] = []
    for (let at = 0; at < bytes.length; at++)
      if (!bendAt(at, bytes[at]! ^ 1)) unseen.push(`${at}: ${bytes.subarray(at - 10, at + 10)}`)
    expect(unseen).toEqual([])
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        if (byte !== bytes[at]) expect(bendAt(at, byte)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('refuses a bundle whose verdicts do not follow from its results, however well it is signed', () => {
    const { proof } = made({ ...bundle, verdicts: { ...bundle.verdicts, 'GPC/error-handling': 'MET_MACHINE' } })
    expect(refused(proof)).toBe(true)
    expect(refused(made({ ...bundle, schema: 'gpit.evidence/v2' }).proof)).toBe(true)
  })

  it('EV-05: another log, a forked log, a rewritten leaf since the older checkpoint', () => {
    const { proof, since } = made()
    const other = made({ ...bundle, nonce: 'e'.repeat(32) })
    expect(refused({ ...proof, log: { ...proof.log, checkpoint: other.proof.log.checkpoint } })).toBe(true)
    const rewritten = made(bundle, 2)
    expect(refused(rewritten.proof, since), 'leaf 2 was another when the older checkpoint was signed').toBe(true)
    expect(refused(proof, since.replace(origin, 'register.example/other'))).toBe(true)
    expect(refused({ envelope: proof.envelope, log: proof.log }, since), 'no word on how it grew').toBe(true)
  })

  it('EV-07: a key that is unknown, another key of that name, and a key revoked from a place of the log on', () => {
    const { proof } = made()
    const withKey = (evidence: object[]) => ({ ...keys, evidence })
    expect(refused(proof, undefined, withKey([]))).toBe(true)
    expect(refused(proof, undefined, withKey([{ keyid: 'runner-2026', publicKey: one.publicKey }]))).toBe(true)
    const revokedFrom = (revokedFromIndex: number) => withKey([{ ...keys.evidence[0]!, revokedFromIndex }])
    expect(refused(proof, undefined, revokedFrom(5))).toBe(true)
    expect(refused(proof, undefined, revokedFrom(6))).toBe(false)
  })

  it('says so where fewer than two witnesses signed, and refuses a signature that nobody can check', () => {
    const { tree, proof } = made()
    const text = checkpointText({ origin, size: 13, root: tree.root() })
    const alone: Proof = {
      ...proof,
      log: { ...proof.log, checkpoint: signNote(text, { name: origin, privateKeyPem: log.privateKeyPem }) },
    }
    expect(verifyProof(alone, keys).steps.join()).toContain('fewer than two the log could show different readers')
    const stranger = signNote(alone.log.checkpoint, { name: 'stranger', privateKeyPem: newKey().privateKeyPem })
    expect(refused({ ...alone, log: { ...alone.log, checkpoint: stranger } })).toBe(true)
  })
})
