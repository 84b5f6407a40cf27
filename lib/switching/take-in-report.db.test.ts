import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { canonicalJson } from '@/lib/reconciliation/canonical-json'
import { addSignature } from '@/lib/reconciliation/signature'
import { noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { type Parties, parties } from '@/prisma/factories/contract'
import type { SwitchStory } from '@/prisma/factories/switch'
import { switchIn } from '@/prisma/factories/switch-in'
import { acceptDifference } from './accept-difference'
import { enterManifest } from './enter-manifest'
import { getSwitch } from './get-switch'
import { registerKey } from './register-key'
import { revokeKey } from './revoke-key'
import { signGate } from './sign-gate'
import { takeInReport } from './take-in-report'

useDatabase()

async function bring(story: SwitchStory, actor: Parties['manager'], bytes: Uint8Array) {
  const result = await takeInReport(story.context(actor), { ...(await story.at()), bytes })
  if (result.ok) return 'done'
  return result.refusal.kind === 'invalid' ? String(result.refusal.fields.report) : result.refusal.kind
}
const stored = () => db.verifiedReport.count()

describe('a report that is brought', () => {
  it('is taken in once, with its event; the same file or run again is refused', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    const bytes = story.report('trial')
    expect(await bring(story, of.stranger, bytes)).toBe('not-found')
    expect(await bring(story, of.partner, bytes)).toBe('forbidden')
    expect(await bring(story, of.losingSignatory, bytes)).toBe('forbidden')
    expect(await bring(story, of.manager, bytes)).toBe('done')
    expect(await bring(story, of.manager, bytes)).toBe('This run was taken in before')
    expect(await stored()).toBe(1)
    expect(await db.event.count({ where: { name: 'ReportTakenIn' } })).toBe(1)
  })

  it('at once from many browsers is taken in once', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    const input = { ...(await story.at()), bytes: story.report('trial') }
    story.later()
    const results = await Promise.all(Array.from({ length: 6 }, () => takeInReport(story.context(of.manager), input)))
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    expect(await stored()).toBe(1)
  })

  it('is refused when it was tampered with, is no report, or too large; nothing is stored', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    const text = story.report('trial', { unexplained: { S1: 9 } }).toString()
    const whiter = text.replace('"seed":7', '"seed":8')
    expect(await bring(story, of.manager, Buffer.from(whiter))).toMatch(/changed after it was signed/)
    expect(await bring(story, of.manager, Buffer.from(`${text} `))).toMatch(/exact form/)
    expect(await bring(story, of.manager, Buffer.from('%PDF-1.7'))).toMatch(/not JSON/)
    expect(await bring(story, of.manager, Buffer.from('{}'))).toMatch(/agreed form/)
    expect(await bring(story, of.manager, Buffer.alloc(1_000_001, 32))).toMatch(/larger than 1 MB/)
    expect(await stored()).toBe(0)
    expect(await db.event.count({ where: { name: 'ReportTakenIn' } })).toBe(0)
  })

  it('is refused with a key that is not registered, or was revoked', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    const { signature: _, ...unsigned } = JSON.parse(story.report('trial').toString())
    const foreign = addSignature(unsigned, newSigningKeys().signingKeyPem)
    expect(await bring(story, of.manager, Buffer.from(`${canonicalJson(foreign)}\n`))).toMatch(/not registered/)
    const [key] = (await getSwitch(of.manager, story.id, noon))!.keys
    const revoke = async (actor: Parties['manager']) =>
      revokeKey(story.context(actor), { ...(await story.at()), keyId: key!.keyId })
    expect((await revoke(of.delivery)).ok).toBe(false)
    expect((await revoke(of.manager)).ok).toBe(true)
    expect(await bring(story, of.manager, story.report('trial'))).toMatch(/was revoked/)
    expect(await stored()).toBe(0)
  })

  it('is refused for stale manifests, a run before them, and a final run in a trial', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    const early = story.report('trial')
    const newer = { ...(await story.at()), kind: 'trial' as const, side: 'target' as const, sha256: 'd'.repeat(64) }
    expect((await enterManifest(story.context(of.gainingSignatory), newer)).ok).toBe(true)
    expect(await bring(story, of.manager, early)).toMatch(/another load than the one whose manifest/)
    await story.manifests('trial')
    expect(await bring(story, of.manager, early)).toMatch(/before both manifests/)
    expect(await bring(story, of.manager, story.report('final'))).toBe('wrong-state')
    expect(await stored()).toBe(0)
  })

  it('is refused when the authority takes its checker off the list', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    await db.setting.create({
      data: {
        id: crypto.randomUUID(),
        key: 'reconciliation.tools',
        value: [],
        validFrom: new Date('2026-01-01'),
        source: 'test',
        verifiedOn: new Date('2026-01-01'),
      },
    })
    expect(await bring(story, of.manager, story.report('trial'))).toMatch(/not on the authority's list/)
  })
})

describe('a signing key', () => {
  it('is a public Ed25519 key, once a switch, of the organisation of who brings it', async () => {
    const of = await parties()
    const story = await switchIn('draft', of)
    const keys = newSigningKeys()
    const register = async (actor: Parties['manager'], publicKeyPem: string) => {
      const result = await registerKey(story.context(actor), { ...(await story.at()), publicKeyPem })
      return result.ok ? 'done' : result.refusal.kind
    }
    expect(await register(of.manager, keys.signingKeyPem)).toBe('invalid')
    expect(await register(of.manager, 'nonsense')).toBe('invalid')
    expect(await register(of.losingSignatory, keys.publicKeyPem)).toBe('forbidden')
    expect(await register(of.gainingSignatory, keys.publicKeyPem)).toBe('done')
    expect(await register(of.manager, keys.publicKeyPem)).toBe('conflict')
    expect((await getSwitch(of.manager, story.id, noon))!.keys.map((k) => k.of)).toEqual(['OpenPath'])
  })
})

describe('signing a gate', () => {
  it('is for the named person, once, over facts that are met and as seen (SW-03)', async () => {
    const of = await parties()
    const story = await switchIn('data-check', of)
    const sign = async (
      actor: Parties['manager'],
      change: { factsHash?: string } = {},
      role = 'clinical-lead' as const,
    ) => {
      const { factsHash } = (await getSwitch(of.manager, story.id, noon))!.gates[0]!
      const input = { ...(await story.at()), gate: 'G7' as const, role, factsHash, ...change }
      const result = await signGate(story.context(actor), input)
      return result.ok ? 'done' : result.refusal.kind
    }
    expect(await sign(of.stranger)).toBe('not-found')
    expect(await sign(of.safety)).toBe('forbidden')
    expect(await sign(of.partner)).toBe('conflict')
    await story.takenIn(story.report('trial', { key: 'second' }), of.delivery)
    expect(await sign(of.partner, { factsHash: 'a'.repeat(64) })).toBe('stale')
    expect(await sign(of.partner)).toBe('done')
    expect(await sign(of.partner)).toBe('conflict')
    const signed = async () => (await getSwitch(of.manager, story.id, noon))!.gates[0]!.signed.map((s) => s.valid)
    expect(await signed()).toEqual([true])
    await story.takenIn(story.report('trial', { key: 'second' }), of.delivery)
    expect(await signed()).toEqual([false])
  })
})

describe('accepting differences', () => {
  it('is for the safety officer, for S2 only, under a hazard', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    await story.takenIn(story.report('trial', { unexplained: { S1: 6, S2: 12 } }))
    await story.checking()
    const accept = async (actor: Parties['manager'], checkId: string) => {
      const reportId = (await getSwitch(of.manager, story.id, noon))!.reports[0]!.id
      const reason = 'Times were rounded to the minute, as the old system shows them'
      const input = { ...(await story.at()), reportId, checkId, hazardId: 'H8', reason }
      const result = await acceptDifference(story.context(actor), input)
      return result.ok ? 'done' : result.refusal.kind
    }
    expect(await accept(of.partner, 'C15')).toBe('forbidden')
    expect(await accept(of.safety, 'C09')).toBe('invalid')
    expect(await accept(of.safety, 'C14')).toBe('invalid')
    expect(await accept(of.safety, 'C15')).toBe('done')
    expect(await accept(of.safety, 'C15')).toBe('conflict')
    const { lines } = (await getSwitch(of.manager, story.id, noon))!.gates[0]!
    expect(lines.filter((l) => !l.met).map((l) => l.id)).toEqual(['G7.1', 'G7.5'])
  })
})
