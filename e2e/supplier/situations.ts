import { now } from '@/lib/platform/clock'
import { declaration } from '@/prisma/factories/declaration'
import { listingDraft } from '@/prisma/factories/listing-draft'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db } from '../support/journey'

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
