import { beforeEach, describe, expect, it } from 'vitest'
import { system, visitor } from '@/lib/platform/actor'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { getListing } from './get-listing'
import { getModule, listModules } from './get-module'
import { publishListing } from './publish-listing'

useDatabase()
let made: MadeModule
const kindOf = (answer: { ok: boolean; refusal?: { kind: string } }) => (answer.ok ? 'done' : answer.refusal!.kind)
const content = async () => (await getModule(contextOf(visitor), made.moduleId))!.listing
const publish = async (over: object = {}, actor = system, moduleVersionId = made.moduleVersionId) =>
  publishListing(contextOf(actor), {
    listingId: newId(),
    moduleVersionId,
    content: { ...(await content()), summary: 'A new summary', ...over },
  })

beforeEach(async () => {
  made = await module.conformant({ name: 'Alpha' })
})

describe('publishing a listing', () => {
  it('climbs the ladder: not found, forbidden, invalid, conflict, done', async () => {
    const signatory = await person.signatory(made.supplierId)
    expect(kindOf(await publish({}, system, newId()))).toBe('not-found')
    expect(kindOf(await publish({}, visitor))).toBe('forbidden')
    expect(kindOf(await publish({}, signatory))).toBe('forbidden')
    expect(kindOf(await publish({ summary: 'x'.repeat(351) }))).toBe('invalid')
    expect(kindOf(await publish({ link: 'http://plain.example/' }))).toBe('invalid')
    await db.supplier.update({ where: { organisationId: made.supplierId }, data: { status: 'suspended' } })
    expect(await getModule(contextOf(visitor), made.moduleId)).toBeUndefined()
    await db.supplier.update({ where: { organisationId: made.supplierId }, data: { status: 'active' } })
    expect(await db.listingVersion.count()).toBe(1)
    expect(kindOf(await publish())).toBe('done')
    expect((await content()).summary).toBe('A new summary')
    expect(await db.event.count({ where: { name: 'ListingPublished', aboutId: made.moduleId } })).toBe(2)
  })

  it('the older listing stays what it was, with the hash of its canonical text', async () => {
    const before = await getListing(visitor, made.listingVersionId)
    await publish({ name: 'Beta' })
    expect(await getListing(visitor, made.listingVersionId)).toEqual(before)
    expect(before).toMatchObject({
      moduleId: made.moduleId,
      moduleName: 'Alpha',
      supplierName: 'Supplier of Alpha',
      version: '1.0.0',
      capabilities: ['C5'],
    })
    expect(before?.prices[0]?.tiers).toEqual([{ from: 1n, unitPrice: 126_000n }])
    const row = await db.listingVersion.findUniqueOrThrow({ where: { id: made.listingVersionId } })
    expect(sha256Hex(canonicalJson(row.content))).toBe(row.sha256)
    const view = await getModule(contextOf(visitor), made.moduleId)
    expect(view?.versions).toHaveLength(2)
    expect(view?.listing.name).toBe('Beta')
  })

  it('LST-4 says which capabilities no earlier text claimed, and whether the major version rose: nobody has assessed these', async () => {
    const news = async () => {
      const events = await db.event.findMany({ where: { name: 'ListingPublished' }, orderBy: { id: 'asc' } })
      const { newCapabilityIds, majorVersion } = events.at(-1)!.data as Record<string, unknown>
      return [newCapabilityIds, majorVersion]
    }
    expect(await news()).toEqual([['C5'], false])
    const capabilities = ['C5', 'C13'].map((id) => ({ id, epicIds: [] }))
    await publish({ capabilities })
    expect(await news()).toEqual([['C13'], false])
    expect((await getModule(contextOf(visitor), made.moduleId))!.metCapabilityIds).not.toContain('C13')
    await publish({ capabilities: capabilities.slice(0, 1) })
    await publish({ capabilities })
    expect(await news()).toEqual([[], false])
    for (const [version, isMajor] of [
      ['1.1.0', false],
      ['2.0.0', true],
      ['2.0.1', false],
    ] as const) {
      const id = newId()
      const changeImpact = isMajor ? 'MAJOR' : 'MINOR'
      await db.moduleVersion.create({ data: { id, moduleId: made.moduleId, version, changeImpact, createdAt: noon } })
      expect(kindOf(await publish({ version }, system, id))).toBe('done')
      expect(await news()).toEqual([[], isMajor])
      const now = (await getModule(contextOf(visitor), made.moduleId))!
      if (isMajor) expect([now.standing.kind, now.metCapabilityIds]).toEqual(['not-assessed', []])
    }
  })

  it('unknown ids answer nothing', async () => {
    expect(await getListing(visitor, 'x')).toBeUndefined()
    expect(await getListing(visitor, newId())).toBeUndefined()
    expect(await listModules(contextOf(visitor), ['x', newId(), made.moduleId])).toHaveLength(1)
  })
})
