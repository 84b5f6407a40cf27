import { draftSections } from '@/lib/catalogue/drafts/listing-draft-journey'
import { saveSection } from '@/lib/catalogue/drafts/save-section'
import { startDraft } from '@/lib/catalogue/drafts/start-draft'
import { submitListing } from '@/lib/catalogue/drafts/submit-listing'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { declaration } from './declaration'
import { sectionForms } from './listing'

const seen = (id: string) => db.listingDraft.findUniqueOrThrow({ where: { id } })

/** A supplier's first listing, written by its own signatory through the commands. The signatory's supplier must be in the catalogue. */
async function begun(supplierId: string, signatory: Actor, now: Date) {
  return value(startDraft(contextOf(signatory, now), { moduleId: '', supplierId, moduleVersion: '1.0.0' }))
}

async function complete(supplierId: string, signatory: Actor, now = noon) {
  const { id } = await begun(supplierId, signatory, now)
  for (const { slug, values } of draftSections.filter((section) => sectionForms[section.slug])) {
    const { version, content } = await seen(id)
    const raw = { ...values(content as never), pilot: '', link: '', accessibility: '', ...sectionForms[slug] }
    await value(saveSection(contextOf(signatory, now), { id, version, section: slug, raw }))
  }
  return { id, version: (await seen(id)).version }
}

/** Listing drafts in the situations that tests speak of. */
export const listingDraft = {
  begun: (supplierId: string, signatory: Actor, now = noon) => begun(supplierId, signatory, now),
  complete,
  submitted: async (supplierId: string, signatory: Actor, now = noon) => {
    await declaration.passed(supplierId, now)
    return value(submitListing(contextOf(signatory, now), await complete(supplierId, signatory, now)))
  },
}
