import { publishDueListings } from '@/lib/catalogue/drafts/publish-due-listings'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import { contextOf } from '@/lib/testing/context'
import { declaration } from '@/prisma/factories/declaration'
import { listingDraft } from '@/prisma/factories/listing-draft'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs } from '../support/journey'

/** A supplier of its own with an editor and a signatory. */
export async function aSupplier() {
  const { id } = await organisation.supplier({ name: 'Lindale Health' })
  await db.supplier.create({
    data: { organisationId: id, slug: id, brand: 'Lindale Health', legalName: 'Lindale Ltd' },
  })
  await declaration.passed(id, now())
  return { id, editor: await person.editor(id), signatory: await person.signatory(id) }
}

/** The first listing of a new supplier: begun, complete, or with the authority. */
export async function aListing(reached: 'draft' | 'complete' | 'submitted') {
  const supplier = await aSupplier()
  const make = { draft: listingDraft.begun, complete: listingDraft.complete, submitted: listingDraft.submitted }[
    reached
  ]
  const { id } = await make(supplier.id, supplier.signatory, now())
  return { ...supplier, supplierId: supplier.id, id }
}

/** A module of a new supplier in the catalogue, published by the clock. Brand and name are the journey's own, so that no other journey meets them. */
export async function aPublishedModule(brand: string, name: string) {
  const listing = await aListing('complete')
  await db.supplier.update({ where: { organisationId: listing.supplierId }, data: { brand } })
  await publish(listing.id, name)
  const { moduleId } = await db.listingDraft.findUniqueOrThrow({ where: { id: listing.id } })
  return { ...listing, moduleId }
}

/** Takes a complete draft past the authority and lets the clock publish it, under this name. */
export async function publish(id: string, name: string) {
  const at = now()
  const { content } = await db.listingDraft.findUniqueOrThrow({ where: { id } })
  await db.listingDraft.update({
    where: { id },
    data: { content: { ...(content as object), name }, state: 'approved', publishOn: dateFromDay(dayOf(at)) },
  })
  // Another journey's clock may be publishing it at this moment.
  for (let state = ''; state !== 'published'; ) {
    await publishDueListings(contextOf(system, at))
    state = (await db.listingDraft.findUniqueOrThrow({ where: { id } })).state
  }
  await drainJobs()
}
