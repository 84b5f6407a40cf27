import { beforeEach, describe, expect, it } from 'vitest'
import { system, visitor } from '@/lib/platform/actor'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { declaration } from '@/prisma/factories/declaration'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { endDueWithdrawals } from './drafts/end-due-withdrawals'
import { withdrawListing } from './drafts/withdraw-listing'
import { getModule } from './get-module'
import { getFrozenPage, getModulePage } from './get-module-page'
import { getPublicModule } from './list-public'
import { publicModuleDetail } from './public-schema'
import { publishListing } from './publish-listing'

useDatabase()
const ctx = contextOf()
let whole: Awaited<ReturnType<typeof module.published.full>>

beforeEach(async () => {
  whole = await module.published.full({ name: 'Whole' })
})
const again = async (over: object) => {
  const { content } = await db.listingVersion.findUniqueOrThrow({ where: { id: whole.listingVersionId } })
  const answer = await value(
    publishListing(contextOf(system, new Date(noon.getTime() + 1000)), {
      listingId: newId(),
      moduleVersionId: whole.moduleVersionId,
      content: { ...(content as object), ...over },
    }),
  )
  return answer.id
}

describe('a module’s page', () => {
  it('says what other modules say of it, and who could bring what it needs', async () => {
    const { moduleId, supplierId } = whole
    const friend = await module.published.saying({ worksWith: [moduleId] }, { name: 'Friend', capabilities: ['C13'] })
    const foe = await module.published.saying(
      { conflicts: [moduleId] },
      { name: 'Foe', capabilities: ['C13'], supplierId },
    )
    await again({ requires: ['C13', 'C14'], worksWith: [friend.moduleId], conflicts: [newId()] })
    const { reference } = (await getModulePage(ctx, moduleId))!
    expect(reference.alternatives).toEqual({ C13: { count: 2, own: 1 } })
    expect(Object.values(reference.named).map((m) => [m.name, m.listed])).toEqual([['Friend', true]])
    expect(reference.namedBy.map((m) => [m.name, m.said.map((s) => s.relation)])).toEqual([
      ['Foe', ['conflicts']],
      ['Friend', ['works-with']],
    ])
    await db.supplier.update({ where: { organisationId: friend.supplierId }, data: { status: 'suspended' } })
    const later = (await getModulePage(ctx, moduleId))!.reference
    expect(later.namedBy.map((m) => m.name)).toEqual(['Foe'])
    expect(later.named[friend.moduleId]!.listed).toBe(false)
    expect(foe.supplierId).toBe(supplierId)
  })

  it('is withdrawing, then withdrawn, and can still be read; of a suspended supplier only that is known', async () => {
    await declaration.passed(whole.supplierId)
    expect((await getModulePage(ctx, whole.moduleId))!.reference.declaredOn).toBe(dayOf(noon))
    const signatory = await person.signatory(whole.supplierId)
    const lastOrderDay = addDays(dayOf(noon), 30)
    expect((await withdrawListing(contextOf(signatory), { moduleId: whole.moduleId, lastOrderDay })).ok).toBe(true)
    expect((await getModulePage(ctx, whole.moduleId))!.life).toEqual({ kind: 'withdrawing', lastOrderDay })
    const later = contextOf(visitor, new Date(noon.getTime() + 31 * 86_400_000))
    expect((await getModulePage(later, whole.moduleId))!.life).toEqual({ kind: 'withdrawn' })
    expect(await getModule(later, whole.moduleId)).toBeUndefined()
    await endDueWithdrawals(contextOf(system, new Date(noon.getTime() + 31 * 86_400_000)))
    expect((await getModulePage(ctx, whole.moduleId))!.life).toEqual({ kind: 'withdrawn' })
    await db.supplier.update({
      where: { organisationId: whole.supplierId },
      data: { status: 'suspended', statusReason: 'Insurance' },
    })
    expect((await getModulePage(ctx, whole.moduleId))!.life).toEqual({
      kind: 'supplier-suspended',
      because: 'Insurance',
    })
  })

  it('keeps every earlier text with its hash, under its own module only', async () => {
    const newer = await again({ name: 'Whole, renamed' })
    const frozen = (await getFrozenPage(ctx, whole.moduleId, whole.listingVersionId))!
    expect([frozen.isCurrent, frozen.module.listing.name]).toEqual([false, 'Whole'])
    expect(sha256Hex(canonicalJson(frozen.module.listing))).toBe(frozen.module.sha256)
    expect((await getFrozenPage(ctx, whole.moduleId, newer))!.isCurrent).toBe(true)
    const other = await module.published.minimal()
    for (const [id, version] of [
      [other.moduleId, whole.listingVersionId],
      [whole.moduleId, newId()],
      [whole.moduleId, 'x'],
      ['x', whole.listingVersionId],
    ])
      expect(await getFrozenPage(ctx, id!, version!)).toBeUndefined()
    expect(await getModulePage(ctx, newId())).toBeUndefined()
  })

  it('asks the database as often for a full text with many versions as for a minimal one', async () => {
    const { moduleId } = await module.published.minimal({ name: 'Least' })
    for (const name of ['One', 'Two', 'Three'])
      await again({ name, worksWith: [moduleId], requires: ['C5', 'C13', 'C14'] })
    await module.published.saying({ conflicts: [whole.moduleId] }, { name: 'Foe' })
    await getModulePage(ctx, moduleId)
    const [least, most] = [
      await countStatements(() => getModulePage(ctx, moduleId)),
      await countStatements(() => getModulePage(ctx, whole.moduleId)),
    ]
    expect(most.value!.module.versions).toHaveLength(4)
    expect(least.statements).toBeGreaterThan(4)
    expect(most.statements).toBe(least.statements)
    expect(most.statements).toBeLessThanOrEqual(14)
  })

  it('goes out to programs in the shape that is promised, whole or minimal', async () => {
    for (const { moduleId } of [whole, await module.published.minimal()]) {
      const sent = await getPublicModule(contextOf(visitor), moduleId)
      expect(publicModuleDetail.parse(JSON.parse(canonicalJson(sent)))).toEqual(JSON.parse(canonicalJson(sent)))
    }
  })
})
