import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addSigned } from '@/lib/assurance/evidence-log/add-signed'
import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { fileOfKey } from '@/lib/assurance/evidence-log/key-rules'
import { nameKey } from '@/lib/assurance/evidence-log/name-key'
import { getLog, getProof } from '@/lib/assurance/evidence-log/read-log'
import { revokeKey } from '@/lib/assurance/evidence-log/revoke-key'
import { doJob } from '@/lib/conformance/evidence/signer'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because } from '@/lib/testing/answers'
import { useDatabase } from '@/lib/testing/database'
import { factOn, type Keys, on, verdict, verdictOf } from '@/lib/testing/evidence-keys'
import { keepEvidenceLog } from './keep-evidence-log'

// The signer's own process costs a second a job; it is tried in evidence-log.db.test.ts. Here its work is done in this one.
vi.mock('./ask-signer', () => ({
  askSigner: async (job: Parameters<typeof doJob>[0], file: string, next?: string) => doJob(job, file, next),
}))

const database = useDatabase()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  vi.stubEnv('DATA_DIR', folder)
})
afterEach(() => void vi.unstubAllEnvs())

const files = () => readdirSync(join(folder, 'keys')).toSorted()
const bent = (generation: number, change: object) => (keys: Keys) => {
  const line = keys.evidence.filter((key) => key.use === 'officers')[generation - 1]!
  Object.assign(line, change)
}

describe('EV-07: a key lasts twelve months at most, and the new one is signed by the old', () => {
  it('rotates by the clock through fourteen months and more; every leaf verifies by the chain from the first key', async () => {
    const places: number[] = []
    for (let month = 0; month < 27; month++) {
      const day = new Date(Date.UTC(2026, month, 5)).toISOString().slice(0, 10)
      places.push(await factOn(day))
    }
    expect(files()).toEqual([
      'log.pem',
      ...['officers-2.pem', 'officers-3.pem', 'officers.pem', 'runner-2.pem', 'runner-3.pem', 'runner.pem'],
    ])
    const keys = (await getLogKeys()).evidence.filter((key) => key.use === 'officers')
    expect(keys.map(({ from, lastDay }) => [from, lastDay])).toEqual([
      ['2026-01-05', '2027-01-04'],
      ['2027-01-05', '2028-01-04'],
      ['2028-01-05', '2029-01-04'],
    ])
    expect(new Set((await getLogKeys()).evidence.map((key) => key.publicKey)).size).toBe(6)
    for (const place of places) expect(await verdict(place)).toContain('an unbroken chain from the first key')
    expect(await verdict(places.at(-1)!)).toContain('the key is number 3 of an unbroken chain')
  }, 120_000)

  it('after a rest of years the lapsed key names its successor, which is the last thing that it may do', async () => {
    await factOn('2026-01-05')
    const place = await factOn('2029-06-01')
    expect(await verdict(place)).toContain('the key is number 2 of an unbroken chain')
    expect(await verdict(place, bent(2, { from: '2029-06-02' }))).toMatch(/^refused: the statement says/)
  })

  it('killed between making a key and naming it: the same key is named, and no half of a key is left', async () => {
    await factOn('2026-01-05')
    const [old, next] = [1, 2].map((n) => join(folder, 'keys', fileOfKey('officers', n))) as [string, string]
    const made = doJob({ values: [], next: { use: 'officers', from: '2027-01-01' } }, old, next).stated!
    const place = await factOn('2027-01-02')
    const second = (await getLogKeys()).evidence.find((key) => key.keyid === made.keyId)
    expect(second).toMatchObject({ use: 'officers', from: '2027-01-02' })
    expect(files().filter((name) => name.startsWith('officers'))).toEqual(['officers-2.pem', 'officers.pem'])
    expect(await verdict(place)).toContain('number 2')
  })

  it('two at once keep one key of each use, whoever comes first', async () => {
    await Promise.all(Array.from({ length: 6 }, () => keepEvidenceLog(on('2026-01-05'))))
    await Promise.all(Array.from({ length: 6 }, () => keepEvidenceLog(on('2027-01-05'))))
    const keys = await db.logKey.findMany({
      where: { use: 'evidence' },
      orderBy: [{ purpose: 'asc' }, { generation: 'asc' }],
    })
    expect(keys.map((key) => [key.purpose, key.generation])).toEqual([
      ['officers', 1],
      ['officers', 2],
      ['runner', 1],
      ['runner', 2],
    ])
    expect(await db.logLeaf.count({ where: { subjectType: 'LogKey' } })).toBe(4)
  })

  it('a tampered statement is refused: by the portal, and in every member by the verifier', async () => {
    await factOn('2026-01-05')
    const place = await factOn('2027-01-05')
    const keys = (await getLogKeys()).evidence.filter((key) => key.use === 'officers')
    const runner = (await getLogKeys()).evidence.find((key) => key.use === 'runner')!
    for (const change of [
      { publicKey: runner.publicKey },
      { from: '2027-01-06' },
      { lastDay: '2028-03-01' },
      { use: 'runner' },
      { signedBy: keys[1]!.keyid },
      { signedBy: undefined },
      { statement: undefined },
      { statement: keys[0]!.statement },
      { statement: runner.statement },
    ])
      expect(await verdict(place, bent(2, change)), JSON.stringify(change).slice(0, 80)).toMatch(/^refused/)
    const text = JSON.stringify(keys[1]!.statement)
    const [proof, served] = [await getProof(place), await getLogKeys()]
    for (let at = 0; at < text.length; at++) {
      const bad = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
      let statement: Keys['evidence'][number]['statement']
      try {
        statement = JSON.parse(bad)
      } catch {
        continue
      }
      expect(await verdictOf(proof, served, bent(2, { statement })), `${at}: ${bad.slice(at - 20, at + 20)}`).toMatch(
        /^refused/,
      )
    }
    const other = doJob(
      { values: [], next: { use: 'officers', from: '2027-01-05' } },
      join(folder, 'x.pem'),
      join(folder, 'y.pem'),
    )
    const signer = { keyId: keys[1]!.keyid, publicKey: keys[1]!.publicKey }
    const stranger = { keyId: other.keyId, publicKey: other.publicKey }
    const offer = { envelope: other.stated!.envelope, generation: 3 }
    expect(await because(nameKey(on('2027-01-05'), { ...offer, signer }))).toContain(
      'not signed by the key that it names',
    )
    expect(await because(nameKey(on('2027-01-05'), { ...offer, signer: stranger }))).toContain('does not count')
    expect(await db.logKey.count()).toBe(5)
  }, 120_000)

  it('a leaf of a day outside the months of its key is refused', async () => {
    const late = await factOn('2026-11-01')
    expect(await verdict(late)).toContain('in the months of its key')
    expect(
      await verdict(late, (keys) => {
        for (const key of keys.evidence) key.lastDay = '2026-10-31'
      }),
    ).toMatch(/^refused: it was signed in the months/)
    const { envelopes, keyId } = doJobLate()
    await addSigned(on('2027-11-02'), keyId, [{ subjectType: 'Finding', subjectId: newId(), envelope: envelopes[0]! }])
    await keepEvidenceLog(on('2027-11-02'), { atOnce: true })
    const index = (await getLog()).lines.find((line) => line.subjectType === 'Finding')!.index
    expect(await verdict(index)).toMatch(/^refused: it was signed in the months/)
  })
  const doJobLate = () =>
    doJob(
      { values: [{ schema: 'gpit.fact/v1', type: 'Finding', row: {}, signedOn: '2027-11-02' }] },
      join(folder, 'keys', 'officers.pem'),
    )

  it('what was said of a key cannot be changed in the database, and a revocation is not taken back', async () => {
    await factOn('2026-01-05')
    const { keyid } = (await getLogKeys()).evidence[0]!
    await revokeKey(on('2026-01-06'), { keyId: keyid, because: 'lost' })
    for (const set of [
      `"publicKey" = 'x'`,
      `"from" = '2020-01-01'`,
      `"revokedFromIndex" = null`,
      `"revokedFromIndex" = 99`,
    ])
      await expect(database.asOwner(`update "LogKey" set ${set} where "keyId" = '${keyid}'`), set).rejects.toThrow(
        'append-only',
      )
    await expect(database.asOwner('delete from "LogKey"')).rejects.toThrow('append-only')
  })
})
