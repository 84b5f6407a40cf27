import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { listingDraft } from '@/prisma/factories/listing-draft'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveListing } from './approve-listing'
import { returnListing } from './return-listing'
import { startReview } from './start-review'

useDatabase()
const runs = 1000
const tomorrow = addDays(dayOf(noon), 1)

/** A thousand listings that wait for a decision: one through the commands, the others as it is. */
async function inReview(reviewer: Actor): Promise<{ id: string; version: number }[]> {
  const supplierId = (await organisation.supplier()).id
  await db.supplier.create({ data: { organisationId: supplierId, slug: 'one', brand: 'One', legalName: 'One Ltd' } })
  const submitted = await listingDraft.submitted(supplierId, await person.signatory(supplierId))
  const { id, version } = submitted
  expect(await answer(startReview(contextOf(reviewer), { id, version }))).toBe('done')
  const { content, ...row } = await db.listingDraft.findUniqueOrThrow({ where: { id } })
  const copies = Array.from({ length: runs }, () => ({
    ...row,
    content: content as object,
    id: newId(),
    moduleId: newId(),
  }))
  await db.module.createMany({ data: copies.map((c) => ({ id: c.moduleId, supplierId, createdAt: noon })) })
  await db.listingDraft.createMany({ data: copies })
  return copies.map((copy) => ({ id: copy.id, version: copy.version }))
}

it('database/two-approvals-one-event: however many decide at once, and whatever they decide, it is decided once', async () => {
  const authority = (await organisation.authority()).id
  const reviewers = [await person.with('reviewer', authority), await person.with('reviewer', authority)]
  const drafts = await inReview(reviewers[0]!)
  const acts = fc.array(fc.record({ who: fc.nat(1), approves: fc.boolean() }), { minLength: 2, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(acts, async (given) => {
      const draft = drafts.pop()!
      const comments = [{ section: 'hosting', text: 'Where is it?' }]
      const outcomes = await Promise.all(
        given.map(({ who, approves }) =>
          answer(
            approves
              ? approveListing(contextOf(reviewers[who]!), { ...draft, publishOn: tomorrow })
              : returnListing(contextOf(reviewers[who]!), { ...draft, comments }),
          ),
        ),
      )
      expect(outcomes.filter((word) => word === 'done')).toHaveLength(1)
      const won = given[outcomes.indexOf('done')]!.approves
      const events = await db.event.findMany({ where: { aboutId: draft.id }, select: { name: true } })
      expect(events).toEqual([{ name: won ? 'ListingApproved' : 'ListingReturned' }])
      expect(await db.listingComment.count({ where: { draftId: draft.id } })).toBe(won ? 0 : 1)
    }),
    { numRuns: runs, endOnFailure: true },
  )
}, 120_000)
