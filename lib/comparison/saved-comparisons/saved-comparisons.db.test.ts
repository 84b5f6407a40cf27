import { beforeEach, describe, expect, it } from 'vitest'
import { getModule, listModules } from '@/lib/catalogue/get-module'
import { publishListing } from '@/lib/catalogue/publish-listing'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { readOneInstant } from '@/lib/platform/one-instant'
import { transaction } from '@/lib/platform/transaction'
import { answer } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getSavedComparison, listSavedComparisons } from './get-saved-comparison'
import { saveComparison } from './save-comparison'

useDatabase()
let [manager, colleague, stranger]: Actor[] = []
let [alpha, beta]: MadeModule[] = []
const save = (actor: Actor, name = 'Before the board', moduleIds = [alpha!.moduleId, beta!.moduleId]) =>
  saveComparison(contextOf(actor), { name, description: null, moduleIds, patients: 9_800, term: 36 })
async function reprice(unitPrice: string) {
  const { listing } = (await getModule(contextOf(visitor), alpha!.moduleId))!
  const prices = [{ ...listing.prices[0]!, tiers: [{ from: '1', unitPrice }] }]
  const input = { listingId: newId(), moduleVersionId: alpha!.moduleVersionId, content: { ...listing, prices } }
  expect(await answer(publishListing(contextOf(system), input))).toBe('done')
}

beforeEach(async () => {
  const [own, other] = [await organisation.practice(), await organisation.practice()]
  manager = await person.practiceManager(own.id)
  colleague = await person.with('data-protection-officer', own.id)
  stranger = await person.practiceManager(other.id)
  alpha = await module.conformant({ name: 'Alpha' })
  beta = await module.unassessed({ name: 'Beta' })
})

describe('CMP-3 a saved comparison', () => {
  it('climbs the ladder: forbidden, too few, too many, done, twice of one name', async () => {
    expect(await answer(save(visitor))).toBe('forbidden')
    expect(await answer(save(colleague!))).toBe('forbidden')
    expect(await answer(save(manager!, 'x', [alpha!.moduleId]))).toBe('invalid')
    expect(
      await answer(
        save(
          manager!,
          'x',
          Array.from({ length: 9 }, () => newId()),
        ),
      ),
    ).toBe('invalid')
    expect(await answer(save(manager!))).toBe('done')
    expect(await answer(save(manager!))).toBe('invalid')
    expect(await answer(save(stranger!))).toBe('done')
    expect(await db.event.count({ where: { name: 'ComparisonSaved' } })).toBe(2)
  })

  it('two at once of one name: one is saved, one event', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => answer(save(manager!))))
    expect(answers.sort()).toEqual(['done', 'invalid', 'invalid'])
    expect(await db.event.count({ where: { name: 'ComparisonSaved' } })).toBe(1)
  })

  it('stands as it was when a price changes, and says what has changed since', async () => {
    const saved = await save(manager!)
    if (!saved.ok) throw new Error(saved.refusal.kind)
    const view = async () => (await getSavedComparison(contextOf(manager!), saved.value.id))!
    expect((await view()).changes).toEqual([])
    await reprice('120000')
    const { content, changes } = await view()
    expect(content.modules[0]?.prices[0]?.tiers).toEqual([{ from: '1', unitPrice: '126000' }])
    expect(content.modules.map((m) => m.standing.kind)).toEqual(['conformant', 'not-assessed'])
    expect(content.lines.find((line) => /^A year/.test(line.label))?.cells[0]?.words).toBe('£12,348.00')
    expect(changes.map((c) => [c.module, c.label, c.before, c.now])).toContainEqual([
      'Alpha',
      'A year for 9,800 patients',
      '£12,348.00',
      '£11,760.00',
    ])
    expect(changes.every((c) => c.module === 'Alpha')).toBe(true)
    await db.module.updateMany({ where: { id: beta!.moduleId }, data: { currentListingId: null } })
    expect((await view()).changes.at(-1)).toMatchObject({ module: 'Beta', now: 'No longer published' })
  })

  it('is RFC 8785 JSON with its hash, and nobody changes it', async () => {
    expect(await answer(save(manager!))).toBe('done')
    const row = await db.savedComparison.findFirstOrThrow()
    expect(row.content).toBe(canonicalJson(JSON.parse(row.content)))
    expect(row.sha256).toBe(sha256Hex(row.content))
    await expect(db.savedComparison.updateMany({ data: { name: 'x' } })).rejects.toThrow(
      /permission denied|append-only/,
    )
  })

  it('is frozen in one instant: what is published between two of its statements is not in it', async () => {
    const priceIn = async (tx: Tx) =>
      (await listModules(contextOf(visitor), [alpha!.moduleId], tx))[0]!.prices.present[0]!.tiers[0]!.unitPrice
    const seen = await transaction(async (tx) => {
      await readOneInstant(tx)
      const first = await priceIn(tx)
      await reprice('120000')
      return [first, await priceIn(tx)]
    })
    expect(seen).toEqual([126_000n, 126_000n])
    expect(await priceIn(db)).toBe(120_000n)
  })

  it('is found by its organisation alone', async () => {
    const saved = await save(manager!)
    if (!saved.ok) throw new Error(saved.refusal.kind)
    expect((await listSavedComparisons(colleague!)).map((s) => s.name)).toEqual(['Before the board'])
    for (const actor of [stranger!, visitor]) {
      expect(await getSavedComparison(contextOf(actor), saved.value.id)).toBeUndefined()
      expect(await listSavedComparisons(actor)).toEqual([])
    }
    expect(await getSavedComparison(contextOf(manager!), 'no-id')).toBeUndefined()
  })
})
