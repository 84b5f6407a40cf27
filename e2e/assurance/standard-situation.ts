import { publishListingWithin } from '@/lib/catalogue/publish-listing'
import { type Actor, system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, dateFromDay, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { minimalListing } from '@/prisma/factories/listing'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { standardDraft } from '@/prisma/factories/standard-draft'
import { aSupplier } from '../supplier/situations'
import { db, drainJobs, expect } from '../support/journey'

/** A standard of the journey's own, for a capability that nobody else claims, so that no other module is touched by its new version. */
export async function aStandardOfItsOwn(from = 700, capability?: string) {
  const standardVersionId = newId()
  const number = from + Math.floor(Number.parseInt(newId().slice(0, 6), 16) % 299)
  const [standardId, capabilityId] = [`S${number}`, capability ?? `C${number}`]
  const requirementId = `${standardId}/ALL`
  await db.standard.create({
    data: { id: standardId, name: `Journey standard ${number}`, kind: 'capability', source: 'journey' },
  })
  await db.standardCapability.create({ data: { standardId, capabilityId } })
  await db.standardVersion.create({
    data: {
      id: standardVersionId,
      standardId,
      version: '1.0.0',
      assertedState: 'Effective, date not recorded',
      source: 'journey',
    },
  })
  await db.requirement.create({
    data: {
      standardVersionId,
      id: requirementId,
      title: 'All of it',
      level: 'MUST',
      method: 'DOCUMENT',
      hazard: 'LOW',
    },
  })
  return { standardId, capabilityId, requirementId }
}
export type OwnStandard = Awaited<ReturnType<typeof aStandardOfItsOwn>>

/** A conformant module under a standard of its own. */
export async function aListedModule() {
  const standard = await aStandardOfItsOwn()
  return aModuleThatKeeps(standard, `Lindale Refresh ${standard.standardId.slice(1)}`)
}
export type ListedModule = Awaited<ReturnType<typeof aListedModule>>

/** A module of a new supplier, listed 60 days ago, of which everything that applies was found met. */
export async function aModuleThatKeeps(standard: OwnStandard, name: string, capabilities = ['C5']) {
  const { capabilityId } = standard
  const supplier = await aSupplier()
  const [moduleId, moduleVersionId, listingVersionId, evidenceId] = [newId(), newId(), newId(), newId()]
  const past = dateFromDay(addDays(dayOf(now()), -60))
  await db.module.create({ data: { id: moduleId, supplierId: supplier.id, createdAt: past } })
  await db.moduleVersion.create({
    data: { id: moduleVersionId, moduleId, version: '1.0.0', changeImpact: 'MINOR', createdAt: past },
  })
  const content = minimalListing({ name, capabilities, unitPrice: '126000' })
  await value(
    publishListingWithin(db, contextOf(system, past), {
      listingId: listingVersionId,
      moduleVersionId,
      content,
    }),
  )
  await db.claim.createMany({
    data: [...new Set([...capabilities, capabilityId])].map((id) => ({
      id: newId(),
      moduleVersionId,
      capabilityId: id,
      declaredAt: past,
    })),
    skipDuplicates: true,
  })
  await db.evidence.create({
    data: {
      id: evidenceId,
      moduleVersionId,
      title: 'Report',
      sha256: 'a'.repeat(64),
      visibility: 'PUBLIC',
      addedAt: past,
    },
  })
  await found(moduleVersionId, evidenceId, past)
  await db.officerDecision.create({
    data: {
      id: newId(),
      moduleVersionId,
      kind: 'LIST',
      reason: 'The assessment is complete and its findings are signed',
      effectiveFrom: past,
      madeOn: past,
      madeById: newId(),
      secondedById: newId(),
      recordedAt: past,
    },
  })
  await drainJobs()
  return { ...supplier, ...standard, name, moduleId, moduleVersionId, listingVersionId }
}

/** Every requirement that applies to it was found met. */
async function found(moduleVersionId: string, evidenceId: string, past: Date): Promise<void> {
  const claims = await db.claim.findMany({ where: { moduleVersionId } })
  const requirements = await db.requirement.findMany({
    where: {
      standardVersion: {
        standard: {
          retired: false,
          OR: [
            { kind: 'overarching' },
            { capabilities: { some: { capabilityId: { in: claims.map((c) => c.capabilityId) } } } },
          ],
        },
      },
    },
  })
  const [assessorId, reviewerId] = [newId(), newId()]
  await db.finding.createMany({
    data: requirements.map((r) => ({
      id: newId(),
      moduleVersionId,
      standardVersionId: r.standardVersionId,
      requirementId: r.id,
      outcome: 'MET',
      foundOn: past,
      evidenceIds: [evidenceId],
      assessorId,
      reviewerId,
      recordedAt: past,
    })),
  })
}

/** A draft of a listed module's standard, with an author of its own, and the obligation that an earlier version of it brought. */
export async function aStandardDraft() {
  const listed = await aListedModule()
  const authority = (await organisation.authority()).id
  const author = await person.with('standards-author', authority)
  const officers: [Actor, Actor] = [await person.officer(authority), await person.officer(authority)]
  const given = { standardId: listed.standardId, whole: { text: 'In other words' }, at: now() }
  const published = await standardDraft.published({ author, officers }, given)
  await expect(async () => {
    await drainJobs()
    expect(await db.obligation.count({ where: { standardVersionId: published.id } })).toBe(1)
  }).toPass({ timeout: 20_000 })
  const draft = await standardDraft.classified(author, { standardId: listed.standardId, at: now() })
  return { ...listed, author, officer: officers[0], draftId: draft.id, publishedId: published.id }
}
