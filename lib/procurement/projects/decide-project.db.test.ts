import { beforeEach, describe, expect, it } from 'vitest'
import { getModule } from '@/lib/catalogue/get-module'
import { publishListing } from '@/lib/catalogue/publish-listing'
import { system } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { pdfDocument } from '@/lib/platform/pdf-document'
import { because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, decided, frozenProject } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getPackText } from '../competitions/get-pack-text'
import { decideProject } from './decide-project'
import { freezeShortlist } from './freeze-shortlist'
import { getDecisionPack, getProject } from './get-project'

const database = useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const events = (id: string) =>
  db.event
    .findMany({ where: { aboutId: id }, select: { name: true }, orderBy: { id: 'asc' } })
    .then((rows) => rows.map((r) => r.name))

describe('freezing', () => {
  it('copies text, price and standing; two at once freeze once', async () => {
    const [a, b] = [await module.conformant({ unitPrice: '126000' }), await module.unassessed()]
    const id = await frozenProject(of, [a, b])
    const project = (await getProject(of.manager, id))!
    expect(project.entries.map((e) => [e.gate, e.yearlyPence])).toContainEqual(['OPEN', 1_243_746n])
    expect(project.entries.find((e) => e.moduleId === a.moduleId)!.termPence).toBe(3_731_238n)
    const again = await Promise.all([1, 2].map(() => freezeShortlist(contextOf(of.manager), { id, version: 2 })))
    expect(again.map((r) => !r.ok && r.refusal.kind)).toEqual(['wrong-state', 'wrong-state'])
    expect(await events(id)).toEqual(['ProjectStarted', 'NeedsSet', 'ShortlistFrozen'])
  })

  it('PRC-8 the list price of the day is the ceiling, copied; a rise that is announced is not in it', async () => {
    const made = await module.conformant({ unitPrice: '126000' })
    const { listing } = (await getModule(contextOf(), made.moduleId))!
    const rise = {
      ...listing.prices[0]!,
      id: 'rise',
      validFrom: '2027-03-01',
      tiers: [{ from: '1', unitPrice: '130000' }],
    }
    const content = { ...listing, prices: [...listing.prices, rise] }
    const input = { listingId: newId(), moduleVersionId: made.moduleVersionId, content }
    expect((await publishListing(contextOf(system), input)).ok).toBe(true)
    const project = (await getProject(of.manager, await frozenProject(of, [made])))!
    expect(project.entries.map((e) => [e.prices.map((p) => p.id), e.yearlyPence])).toEqual([[['list'], 1_243_746n]])
  })

  it('A3: what is frozen refuses update, delete and truncate to everybody', async () => {
    await frozenProject(of, [await module.conformant()])
    await expect(database.asOwner(`update "FrozenEntry" set "yearlyPence" = 1`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`delete from "FrozenEntry"`)).rejects.toThrow(/append-only/)
    await expect(db.$executeRaw`update "FrozenEntry" set label = 'Conformant'`).rejects.toThrow(/permission denied/)
  })
})

describe('deciding', () => {
  it('keeps a pack whose bytes have the recorded hash, for the practice alone', async () => {
    const [a, b] = [await module.conformant(), await module.conformant()]
    const id = await frozenProject(of, [a, b])
    const answer = await decided(of, id, a.moduleId)
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    const pack = (await getDecisionPack(of.manager, id))!
    expect(sha256Hex(pack)).toBe(answer.value.packSha256)
    expect(JSON.parse(pack)).toMatchObject({
      schema: 'decision-pack/2',
      entries: expect.arrayContaining([expect.objectContaining({ yearlyPence: '1243746' })]),
    })
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await getDecisionPack(stranger, id)).toBeUndefined()
    expect(await getProject(stranger, id)).toBeUndefined()
  })

  it('A10: the pack of years ago is the same byte for byte, whatever was renamed, re-priced or withdrawn since; so is its PDF', async () => {
    const made = await module.conformant({ name: 'Named so then' })
    const id = await frozenProject(of, [made])
    const answer = await decided(of, id, made.moduleId)
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    const packPdf = async () => {
      const { text, decidedAt } = (await getPackText(of.manager, id))!
      return pdfDocument(text, decidedAt)
    }
    const [then, pdf] = [(await getDecisionPack(of.manager, id))!, await packPdf()]
    await db.organisation.updateMany({ data: { name: 'Named otherwise now' } })
    await db.supplier.updateMany({ data: { brand: 'Another brand' } })
    await db.module.updateMany({ where: { id: made.moduleId }, data: { currentListingId: null } })
    const now = (await getDecisionPack(of.manager, id))!
    expect(now).toBe(then)
    expect(sha256Hex(now)).toBe(answer.value.packSha256)
    expect(Buffer.compare(await packPdf(), pdf)).toBe(0)
  })

  it('COM-12: one reader, the actor’s own: what the practice does not have is not there, whatever the address says', async () => {
    const id = await frozenProject(of, [await module.conformant()])
    const others = [
      await person.practiceManager((await organisation.practice()).id),
      await person.approver((await organisation.commissioner()).id, 1n),
      await person.signatory((await organisation.supplier()).id),
      await person.curator((await organisation.authority()).id),
    ]
    for (const actor of others) expect(await getProject(actor, id)).toBeUndefined()
    for (const odd of ['', '../x', `${id}'`, id.toUpperCase().slice(1)])
      expect(await getProject(of.manager, odd)).toBeUndefined()
    expect((await getProject(of.manager, id))!.id).toBe(id)
  })

  it('A4: a module without findings, and a suspended one, cannot be awarded', async () => {
    for (const made of [await module.unassessed(), await module.suspended()]) {
      const id = await frozenProject(of, [made])
      expect(await decided(of, id, made.moduleId)).toMatchObject({
        refusal: { kind: 'conflict', because: expect.stringContaining('may not be bought now') },
      })
      expect(await events(id)).not.toContain('DecisionRecorded')
    }
  })

  it('A8: every module that is not chosen needs its reason', async () => {
    const [a, b] = [await module.conformant(), await module.conformant()]
    const id = await frozenProject(of, [a, b])
    const project = (await getProject(of.manager, id))!
    const winner = project.entries.find((e) => e.moduleId === a.moduleId)!
    const input = {
      id,
      version: project.version,
      winnerId: winner.id,
      reasonCode: 'urgent' as const,
      reason: 'A reason that is long enough to be kept.',
      exclusions: {},
    }
    expect(await because(decideProject(contextOf(of.manager), input))).toMatch(/Say why .* was not chosen/)
  })

  it('A1, N8: a winner of another project is refused, by the command and by the database', async () => {
    const [one, two] = [
      await frozenProject(of, [await module.conformant()]),
      await frozenProject(of, [await module.conformant()]),
    ]
    const [mine, other] = [(await getProject(of.manager, one))!, (await getProject(of.manager, two))!]
    const input = {
      id: one,
      version: mine.version,
      winnerId: other.entries[0]!.id,
      reasonCode: 'urgent' as const,
      reason: 'A reason that is long enough to be kept.',
      exclusions: {},
    }
    expect(await decideProject(contextOf(of.manager), input)).toMatchObject({
      refusal: { kind: 'invalid', fields: { winnerId: expect.anything() } },
    })
    const row = {
      id: one,
      projectId: one,
      outcome: 'awarded',
      winnerId: other.entries[0]!.id,
      reasonCode: 'x',
      reason: 'x',
      exclusions: {},
      pack: '',
      packSha256: '',
      decidedById: of.manager.userId,
      decidedAt: noon,
    }
    await expect(db.projectDecision.create({ data: row })).rejects.toThrow(/foreign key/i)
  })

  it('A2: two decisions at once leave one', async () => {
    const [a, b] = [await module.conformant(), await module.conformant()]
    const id = await frozenProject(of, [a, b])
    const answers = await Promise.all([decided(of, id, a.moduleId), decided(of, id, b.moduleId)])
    expect(answers.filter((r) => r.ok)).toHaveLength(1)
    expect((await events(id)).filter((n) => n === 'DecisionRecorded')).toHaveLength(1)
  })
})
