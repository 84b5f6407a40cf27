import { draftSections } from '@/lib/catalogue/drafts/listing-draft-journey'
import { saveSection } from '@/lib/catalogue/drafts/save-section'
import { startDraft } from '@/lib/catalogue/drafts/start-draft'
import { submitListing } from '@/lib/catalogue/drafts/submit-listing'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/refusal'
import { contextOf } from '@/lib/testing/context'
import { declaration } from '@/prisma/factories/declaration'
import { sectionForms } from '@/prisma/factories/listing'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db } from '../support/journey'

const ctx = (actor: Actor) => contextOf(actor, now())

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

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
  const begin = { moduleId: '', supplierId: supplier.id, moduleVersion: '1.0.0' }
  const { id } = await value(startDraft(ctx(supplier.editor), begin))
  if (reached !== 'draft')
    for (const { slug, values } of draftSections.filter((section) => sectionForms[section.slug])) {
      const row = await db.listingDraft.findUniqueOrThrow({ where: { id } })
      const raw = { ...values(row.content as never), pilot: '', link: '', accessibility: '', ...sectionForms[slug] }
      await value(saveSection(ctx(supplier.editor), { id, version: row.version, section: slug, raw }))
    }
  if (reached === 'submitted') {
    const { version } = await db.listingDraft.findUniqueOrThrow({ where: { id }, select: { version: true } })
    await value(submitListing(ctx(supplier.signatory), { id, version }))
  }
  return { ...supplier, supplierId: supplier.id, id }
}
