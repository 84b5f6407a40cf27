import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appendToLog } from '@/lib/assurance/evidence-log/append-to-log'
import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { getLog, getProof, readRoot } from '@/lib/assurance/evidence-log/read-log'
import { saveCheckpoint } from '@/lib/assurance/evidence-log/save-checkpoint'
import { sealEnvelope } from '@/lib/conformance/evidence/envelope'
import { MerkleTree } from '@/lib/conformance/evidence/merkle-tree'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { keepEvidenceLog } from './keep-evidence-log'

const database = useDatabase()
const verifier = new URL('../../conformance/evidence/verify.mjs', import.meta.url).pathname
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
  vi.stubEnv('DATA_DIR', folder)
})
afterEach(() => void vi.unstubAllEnvs())

const later = (minutes: number) => contextOf(undefined, new Date(noon.getTime() + minutes * 60_000))
const facts = (n: number) =>
  Array.from({ length: n }, () => {
    const [subjectId, key] = [newId(), { id: 'k', privateKeyPem: pem }]
    return { subjectType: 'Finding', subjectId, envelope: sealEnvelope({ subjectId }, key) }
  })
const pem =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n'
const verify = async (index: number, since?: { size: number; note: string }) => {
  const { verifyProof } = await import(verifier)
  return verifyProof(await getProof(index, since?.size), await getLogKeys(), since?.note)
}

describe('EV-04, EV-05: what was found and decided stands in a log that anybody can verify', () => {
  it('signs, adds and checkpoints by the clock; the verifier accepts every leaf; twice changes nothing', async () => {
    await module.conformant()
    await keepEvidenceLog(later(0))
    await keepEvidenceLog(later(1))
    const first = await getLog()
    expect(first.lines.map((line) => line.subjectType)).toEqual(['OfficerDecision', 'Finding', 'LogKey', 'LogKey'])
    expect(first.checkpoint?.size).toBe(4)
    const { steps, bundle } = await verify(2)
    expect(steps).toContain('the envelope is leaf 2 of 4 in the log')
    expect(bundle).toMatchObject({ schema: 'gpit.fact/v1', type: 'Finding', row: { outcome: 'MET' } })
    expect(JSON.stringify(bundle), 'nobody’s name or number').not.toMatch(/assessorId|reviewerId/)
    await module.conformant()
    await keepEvidenceLog(later(2))
    expect((await getLog()).checkpoint?.size, 'once an hour').toBe(4)
    expect(await getProof(5), 'no checkpoint covers it yet').toBeUndefined()
    await keepEvidenceLog(later(61))
    const grown = await verify(5, { size: 4, note: first.checkpoint!.note })
    expect(grown.steps).toContain('nothing before it was changed since the older checkpoint')
    expect((await getLogKeys()).evidence.map((key) => key.use).toSorted()).toEqual(['officers', 'runner'])
    for (const key of ['officers', 'runner', 'log'])
      expect(statSync(join(folder, 'keys', `${key}.pem`)).mode & 0o077).toBe(0)
  }, 90_000)

  it('a rewritten finding no longer matches what was signed, and a rewritten leaf fails the verifier', async () => {
    await module.conformant()
    await keepEvidenceLog(later(0))
    await database.asOwner('alter table "LogLeaf" disable trigger append_only')
    await database.asOwner(
      `update "LogLeaf" set envelope = jsonb_set(envelope, '{payloadType}', '"other"') where index = 2`,
    )
    await database.asOwner('alter table "LogLeaf" enable trigger append_only')
    await expect(verify(2)).rejects.toThrow()
  }, 60_000)
})

describe('the log under hands', () => {
  it('many at once take a place each, in batches of any size, and the tree is that of its leaves', async () => {
    const batches = Array.from({ length: 20 }, (_, i) => facts(1 + (i % 7)))
    await Promise.all(batches.map((batch) => transaction((tx) => appendToLog(tx, contextOf(), batch))))
    const total = batches.flat().length
    const leaves = await db.logLeaf.findMany({ orderBy: { index: 'asc' } })
    expect(leaves.map((leaf) => Number(leaf.index))).toEqual(Array.from({ length: total }, (_, i) => i))
    const tree = new MerkleTree()
    for (const leaf of leaves) tree.append(Buffer.from(canonicalJson(leaf.envelope)))
    for (const size of [1, 2, 17, total - 1, total])
      expect((await readRoot(db, size)).equals(tree.root(size))).toBe(true)
  })

  it('a fact enters once, and a transaction that fails leaves no trace', async () => {
    const [batch] = [facts(3)]
    expect(await transaction((tx) => appendToLog(tx, contextOf(), batch))).toBe(3)
    expect(await transaction((tx) => appendToLog(tx, contextOf(), batch))).toBe(0)
    const failing = transaction(async (tx) => {
      await appendToLog(tx, contextOf(), facts(5))
      throw new Error('killed')
    })
    await expect(failing).rejects.toThrow('killed')
    expect((await getLog()).size).toBe(3)
  })

  it('nothing in it is changed, taken out or shortened, by nobody', async () => {
    await transaction((tx) => appendToLog(tx, contextOf(), facts(2)))
    for (const sql of [
      `update "LogNode" set hash = sha256('x')`,
      `delete from "LogLeaf"`,
      `update "LogHead" set size = 1`,
      `delete from "LogHead"`,
    ])
      await expect(database.asOwner(sql), sql).rejects.toThrow(/append-only|shorter/)
  })

  it('a checkpoint of another root, or by another key, is not kept', async () => {
    await module.conformant()
    await keepEvidenceLog(later(0))
    const { checkpoint } = await getLog()
    const { log } = await getLogKeys()
    const bent = checkpoint!.note.replace('\n4\n', '\n3\n')
    expect(await saveCheckpoint(db, later(1), bent, log!)).toMatchObject({ ok: false, refusal: { kind: 'invalid' } })
    const other = { name: log!.name, publicKey: (await getLogKeys()).evidence[0]!.publicKey }
    expect(await saveCheckpoint(db, later(1), checkpoint!.note, other)).toMatchObject({ ok: false })
  }, 60_000)
})
