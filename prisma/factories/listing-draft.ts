import { draftSections } from '@/lib/catalogue/drafts/listing-draft-journey'
import { saveSection } from '@/lib/catalogue/drafts/save-section'
import { startDraft } from '@/lib/catalogue/drafts/start-draft'
import { submitListing } from '@/lib/catalogue/drafts/submit-listing'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { contextOf, noon } from '@/lib/testing/context'
import { declaration } from './declaration'

/** What a supplier writes into each section that a submission asks for. */
const texts: Record<string, Record<string, string | string[]>> = {
  description: { name: 'Lindale Calls', summary: 'Answers calls', description: 'It answers calls.', frameworkIds: [] },
  capabilities: { capabilityIds: ['C5'] },
  prices: {
    'p0-basis': 'patient',
    'p0-mode': 'Volume',
    'p0-period': 'year',
    'p0-per': 'practice',
    'p0-unit': 'patient',
    'p0-plural': 'patients',
    'p0-tiers': '1: 0.20',
    'p0-from': '2026-01-01',
  },
  'application-types': { 'browser-used': 'yes' },
  hosting: { 'public-cloud-used': 'yes' },
  support: { supportHours: 'Weekdays' },
}

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
const seen = (id: string) => db.listingDraft.findUniqueOrThrow({ where: { id } })

/** A supplier's first listing, written by its own signatory through the commands. The signatory's supplier must be in the catalogue. */
async function begun(supplierId: string, signatory: Actor, now: Date) {
  return value(startDraft(contextOf(signatory, now), { moduleId: '', supplierId, moduleVersion: '1.0.0' }))
}

async function complete(supplierId: string, signatory: Actor, now = noon) {
  const { id } = await begun(supplierId, signatory, now)
  for (const { slug, values } of draftSections.filter((section) => texts[section.slug])) {
    const { version, content } = await seen(id)
    const raw = { ...values(content as never), pilot: '', link: '', ...texts[slug] }
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
