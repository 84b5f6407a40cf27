import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openEnvelope, sealEnvelope } from '@/lib/conformance/evidence/envelope'
import { publicHalf, publicKeyOf } from '@/lib/conformance/evidence/raw-keys'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { because } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import { switchIn } from '@/prisma/factories/switch-in'
import { getEvidencePack, getSeal } from './get-evidence-pack'
import { sealEvidence } from './seal-evidence'
import { signSeals } from './sign-seals'

useDatabase()

/** Files are stored, so each stands in the zip as it is, behind its header and its path. */
function fileIn(zip: Buffer, path: string): string {
  for (let at = zip.indexOf(path); at > 0; at = zip.indexOf(path, at + 1)) {
    const header = at - 30
    if (zip.readUInt32LE(header) !== 0x04034b50 || zip.readUInt16LE(header + 26) !== path.length) continue
    return zip.subarray(at + path.length, at + path.length + zip.readUInt32LE(header + 18)).toString()
  }
  throw new Error(`${path} is not in the zip`)
}

async function liveSwitch() {
  const of = await parties()
  return { of, story: await switchIn('live', of) }
}
type Live = Awaited<ReturnType<typeof liveSwitch>>
const seal = async ({ of, story }: Live, actor = of.manager) =>
  because(sealEvidence(story.context(actor), await story.at()))

describe('the evidence pack of a switch (EV-01)', () => {
  it('is the same bytes when made twice, and its index names the hash of each file', async () => {
    const { of, story } = await liveSwitch()
    const zip = (await getEvidencePack(of.manager, story.id))!
    expect((await getEvidencePack(of.losingSignatory, story.id))!.equals(zip)).toBe(true)
    const index = JSON.parse(fileIn(zip, 'index.json'))
    const paths = index.files.map((file: { path: string }) => file.path)
    expect(paths).toEqual([...paths].sort())
    for (const name of ['events', 'chain-heads', 'manifests', 'sign-offs', 'hazards', 'radar', 'timers', 'certificate'])
      expect(paths).toContain(`${name}.json`)
    expect(paths.filter((path: string) => path.startsWith('reports/'))).toHaveLength(
      await db.verifiedReport.count({ where: { switchId: story.id } }),
    )
    for (const { path, sha256 } of index.files) expect(sha256Hex(fileIn(zip, path)), path).toBe(sha256)
    expect(() => fileIn(zip, 'index.dsse.json')).toThrow()
  })

  it('does not exist for a stranger', async () => {
    const { of, story } = await liveSwitch()
    expect(await getEvidencePack(of.stranger, story.id)).toBeUndefined()
  })

  it('is sealed by manager or commissioner once the certificate is there, and then stands still', async () => {
    const live = await liveSwitch()
    const { of, story } = live
    expect(await seal(live, of.losingSignatory)).toMatch(/Only the practice manager and the commissioner/)
    expect(await seal(live)).toMatch(/no deletion certificate yet/)
    await story.deletionCertified()
    expect(await seal(live)).toBe('done')
    const zip = (await getEvidencePack(of.manager, story.id))!
    const sealed = (await getSeal(story.id))!
    expect(sealed).toMatchObject({ sha256: sha256Hex(fileIn(zip, 'index.json')), keyId: null })
    expect(fileIn(zip, 'events.json')).not.toContain('EvidencePackSealed')
    await expect(db.evidencePack.updateMany({ data: { sha256: 'b'.repeat(64) } })).rejects.toThrow(/never changed/)
    await expect(db.evidencePack.deleteMany()).rejects.toThrow(/never changed/)
  })

  it("is signed once by the authority's key, which anyone can verify; a second turn changes nothing", async () => {
    const live = await liveSwitch()
    const { of, story } = live
    await story.deletionCertified()
    expect(await seal(live)).toBe('done')
    const privateKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const sign = async (values: object[]) => values.map((value) => sealEnvelope(value, { id: 'k', privateKeyPem }))
    const ctx = contextOf(of.manager, story.now)
    expect(await signSeals(ctx, sign)).toBeGreaterThan(0)
    expect(await signSeals(ctx, sign)).toBe(0)
    const zip = (await getEvidencePack(of.manager, story.id))!
    const envelope = JSON.parse(fileIn(zip, 'index.dsse.json'))
    expect(openEnvelope(envelope, 'k', publicKeyOf(publicHalf(privateKeyPem)))).toMatchObject({
      switchId: story.id,
      indexSha256: sha256Hex(fileIn(zip, 'index.json')),
    })
    expect((await getEvidencePack(of.approver, story.id))!.equals(zip)).toBe(true)
  })
})
