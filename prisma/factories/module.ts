import { refreshModuleStanding, refreshStandingsWithin } from '@/lib/assurance/refresh-module-standing'
import type { Listing } from '@/lib/catalogue/listing'
import { publishListingWithin } from '@/lib/catalogue/publish-listing'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { fullListing, minimalListing } from './listing'
import { organisation } from './organisation'

/** A service that is charged by recorded use: £0.0004 for a call. */
const calls: Listing['services'][number] = {
  name: 'Calls through the gateway',
  description: 'Each call of another system is counted.',
  kind: 'other',
  price: {
    ...{ id: 'calls', basis: 'on-demand', mode: 'Volume', period: 'month', per: 'practice', unit: 'call' },
    ...{ unitPlural: 'calls', definition: null, tiers: [{ from: '1', unitPrice: '40' }], validFrom: '2026-01-01' },
  },
}

type Given = Partial<{ name: string; capabilities: string[]; unitPrice: string; supplierId: string; hazard: string }>
export type MadeModule = {
  moduleId: string
  moduleVersionId: string
  listingVersionId: string
  supplierId: string
  capabilities: string[]
}

/**
 * In a journey the story's standards stand in the database: the module is found to keep those, and nobody else's standing is
 * touched. Elsewhere there is one overarching standard with its single requirement.
 */
const isStoryTold = async (): Promise<boolean> =>
  (await db.standardVersion.count({ where: { source: { not: 'test' } }, take: 1 })) > 0

/** Every requirement that applies to a module with these capabilities. */
async function requirementsFor(capabilities: string[]) {
  if (!(await isStoryTold())) return [{ standardVersionId, id: 'S1/WHOLE' }]
  const applies = {
    OR: [{ kind: 'overarching' }, { capabilities: { some: { capabilityId: { in: capabilities }, absent: false } } }],
  }
  return db.requirement.findMany({
    where: { standardVersion: { standard: { retired: false, absent: false, ...applies } } },
    select: { standardVersionId: true, id: true },
  })
}

/** The one overarching standard of these tests, with its single requirement. */
const standardVersionId = '00000000-0000-4000-8000-000000000001'
async function standard(hazard: string): Promise<void> {
  const { id } = { id: 'S1' }
  await db.standard.createMany({ data: [{ id, name: 'A standard', kind: 'overarching' }], skipDuplicates: true })
  await db.standardVersion.createMany({
    data: [{ id: standardVersionId, standardId: id, version: '1.0.0', assertedState: 'Effective', source: 'test' }],
    skipDuplicates: true,
  })
  await db.requirement.createMany({
    data: [{ standardVersionId, id: 'S1/WHOLE', title: 'All of it', level: 'MUST', method: 'DOCUMENT', hazard }],
    skipDuplicates: true,
  })
}

const [assessorId, reviewerId, madeById, secondedById] = [newId(), newId(), newId(), newId()] as const
const day = dateFromDay('2026-01-10')
type Facts = { met: boolean; listed: boolean; suspended?: boolean; content?: Partial<Listing> }

/** A published module with an active supplier; `met` and `listed` say what was found and decided about it. */
async function make(given: Given, facts: Facts): Promise<MadeModule> {
  const { name = `Module ${newId().slice(0, 8)}`, capabilities = ['C5'], unitPrice = '126000', hazard = 'LOW' } = given
  const [moduleId, moduleVersionId, listingVersionId] = [newId(), newId(), newId()] as const
  const told = await isStoryTold()
  if (!told) await standard(hazard)
  const supplierId = given.supplierId ?? (await organisation.supplier({ name: `Supplier of ${name}` })).id
  await db.supplier.createMany({
    data: [{ organisationId: supplierId, slug: supplierId, brand: `Supplier of ${name}`, legalName: 'Test Limited' }],
    skipDuplicates: true,
  })
  await db.module.create({ data: { id: moduleId, supplierId, createdAt: noon } })
  await db.moduleVersion.create({
    data: { id: moduleVersionId, moduleId, version: '1.0.0', changeImpact: 'MINOR', createdAt: noon },
  })
  const content = { ...minimalListing({ name, capabilities, unitPrice }), ...facts.content }
  await value(
    publishListingWithin(db, contextOf(system), {
      listingId: listingVersionId,
      moduleVersionId,
      content,
    }),
  )
  await db.claim.createMany({
    data: capabilities.map((capabilityId) => ({ id: newId(), moduleVersionId, capabilityId, declaredAt: day })),
  })
  if (facts.met) await findMet(moduleVersionId, capabilities)
  if (facts.listed) await decide(moduleVersionId, 'LIST')
  if (facts.suspended) await decide(moduleVersionId, 'SUSPEND')
  const about = { type: 'ModuleVersion', id: moduleVersionId }
  if (told) await refreshModuleStanding(contextOf(system, now()), { ...unheard, about })
  else await refreshStandingsWithin(db, dayOf(noon))
  return { moduleId, moduleVersionId, listingVersionId, supplierId, capabilities }
}

const unheard = { id: 0n, name: 'FindingSigned', from: null, to: null, organisationId: null, data: {}, at: noon }

async function findMet(moduleVersionId: string, capabilities: string[]): Promise<void> {
  const evidenceId = newId()
  await db.evidence.create({
    data: {
      id: evidenceId,
      moduleVersionId,
      title: 'Report',
      sha256: 'a'.repeat(64),
      visibility: 'PUBLIC',
      addedAt: day,
    },
  })
  await db.finding.createMany({
    data: (await requirementsFor(capabilities)).map((requirement) => ({
      id: newId(),
      moduleVersionId,
      standardVersionId: requirement.standardVersionId,
      requirementId: requirement.id,
      outcome: 'MET',
      foundOn: day,
      evidenceIds: [evidenceId],
      assessorId,
      reviewerId,
      recordedAt: day,
    })),
  })
}

async function decide(moduleVersionId: string, kind: string): Promise<void> {
  const reason = 'A reason of more than twenty characters'
  await db.officerDecision.create({
    data: {
      id: newId(),
      moduleVersionId,
      kind,
      reason,
      effectiveFrom: day,
      madeOn: day,
      madeById,
      secondedById,
      recordedAt: day,
    },
  })
}

/** Modules in the situations that tests speak of. The gate of `conformant` is OPEN. */
export const module = {
  conformant: (given: Given = {}) => make(given, { met: true, listed: true }),
  unassessed: (given: Given = {}) => make(given, { met: false, listed: true }),
  unlisted: (given: Given = {}) => make(given, { met: false, listed: false }),
  suspended: (given: Given = {}) => make(given, { met: true, listed: true, suspended: true }),
  published: {
    /** Every section is filled in. */
    full: ({ name = 'Whole', capabilities = ['C5'], unitPrice = '126000', ...given }: Given = {}) =>
      make(
        { ...given, name, capabilities, unitPrice },
        { met: true, listed: true, content: fullListing({ name, capabilities, unitPrice }) },
      ),
    /** Only what a listing must say, and nobody has assessed it. */
    minimal: (given: Given = {}) => make(given, { met: false, listed: true }),
    /** A conformant module with a service that is charged by recorded use. */
    withUse: (given: Given = {}) => make(given, { met: true, listed: true, content: { services: [calls] } }),
    /** A conformant module whose text says this. */
    saying: (content: Partial<Listing>, given: Given = {}) => make(given, { met: true, listed: true, content }),
  },
}
