import { refreshStandingsWithin } from '@/lib/assurance/refresh-module-standing'
import type { Listing } from '@/lib/catalogue/listing'
import { publishListingWithin } from '@/lib/catalogue/publish-listing'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { stableId } from '@/lib/platform/stable-id'
import { fullDetails } from './demo-details'
import { seedFacts } from './demo-facts'
import type { DemoModule } from './demo-module'
import { citizenModules } from './demo-modules-citizen'
import { foundationModules } from './demo-modules-foundation'
import { workModules } from './demo-modules-work'
import { demoSuppliers } from './demo-suppliers'

export const demoModules: DemoModule[] = [...foundationModules, ...citizenModules, ...workModules]

/** Ids of the demonstration follow from names, so that links to them stay good. */
export const demoSupplierId = (brand: string) => stableId('demo-supplier', brand)
export const demoModuleId = (name: string) => stableId('demo-module', name)
export const demoModuleVersionId = (name: string) => stableId('demo-module-version', name)
export const demoListingId = (name: string) => stableId('demo-listing', name)

/** Requirements that speak to a serious hazard; the national files do not itemise them. */
const serious = { S25: 'CLINICAL_SAFETY', S30: 'SECURITY' }

/**
 * The invented catalogue: suppliers, modules, listings and the facts from which every label follows. Expects the national
 * reference to be there. What exists already is left as it is.
 */
export async function seedCatalogue(tx: Tx, ctx: Context): Promise<void> {
  for (const [standardId, hazard] of Object.entries(serious))
    await tx.requirement.updateMany({ where: { standardVersion: { standardId } }, data: { hazard } })
  for (const supplier of demoSuppliers) await seedSupplier(tx, supplier)
  const mustEpics = await tx.capabilityEpic.findMany({
    where: { level: 'MUST', absent: false, epic: { active: true } },
    select: { capabilityId: true, epicId: true },
    orderBy: { epicId: 'asc' },
  })
  for (const module of demoModules) await seedModule(tx, ctx, module, mustEpics)
  await refreshStandingsWithin(tx, dayOf(ctx.now))
}

async function seedSupplier(tx: Tx, supplier: (typeof demoSuppliers)[number]): Promise<void> {
  const known = await tx.organisation.findFirst({
    where: { kind: 'supplier', name: supplier.brand },
    select: { id: true },
  })
  const organisationId = known?.id ?? demoSupplierId(supplier.brand)
  if (!known)
    await tx.organisation.create({
      data: { id: organisationId, kind: 'supplier', name: supplier.brand, status: 'active', demo: true },
      select: { id: true },
    })
  const { brand, legalName, about, site, email } = supplier
  await tx.supplier.upsert({
    where: { organisationId },
    create: {
      organisationId,
      slug: slugOf(brand),
      brand,
      legalName,
      about,
      site,
      contactRole: 'Sales',
      contactEmail: email,
    },
    update: {},
    select: { slug: true },
  })
}

type MustEpic = { capabilityId: string; epicId: string }

async function seedModule(tx: Tx, ctx: Context, module: DemoModule, mustEpics: MustEpic[]): Promise<void> {
  const id = demoModuleId(module.name)
  if (await tx.module.findUnique({ where: { id }, select: { id: true } })) return
  const { organisationId: supplierId } = await tx.supplier.findUniqueOrThrow({
    where: { slug: slugOf(module.supplier) },
    select: { organisationId: true },
  })
  const moduleVersionId = demoModuleVersionId(module.name)
  const today = dayOf(ctx.now)
  const publishedAt = new Date(ctx.now.getTime() - module.age * 86_400_000)
  await tx.module.create({ data: { id, supplierId, demo: true, createdAt: publishedAt }, select: { id: true } })
  await tx.moduleVersion.create({
    data: {
      id: moduleVersionId,
      moduleId: id,
      version: module.version ?? '1.0.0',
      changeImpact: 'MINOR',
      createdAt: publishedAt,
    },
    select: { id: true },
  })
  const validFrom = addDays(today, -module.age)
  const published = await publishListingWithin(
    tx,
    { ...ctx, actor: system, now: publishedAt },
    { listingId: demoListingId(module.name), moduleVersionId, content: listingOf(module, validFrom, mustEpics) },
  )
  if (!published.ok) throw new Error(`${module.name}: ${JSON.stringify(published.refusal)}`)
  await seedFacts({ tx, now: ctx.now, today, moduleVersionId, module })
}

function listingOf(module: DemoModule, validFrom: string, mustEpics: MustEpic[]): Listing {
  const slug = slugOf(module.name)
  return {
    schemaVersion: 1,
    name: module.name,
    aliases: module.aliases ?? [],
    version: module.version ?? '1.0.0',
    summary: module.summary,
    description: module.description,
    link: module.says === 'least' ? null : `https://${slug}.example/`,
    pilot: module.pilot ?? false,
    frameworkIds: module.frameworks ?? [],
    features: module.features,
    capabilities: module.capabilities.map((id) => ({
      id,
      epicIds: mustEpics.filter((e) => e.capabilityId === id).map((e) => e.epicId),
    })),
    prices: module.prices.map((price, i) => ({ ...price, id: `${slug}-${i + 1}`.slice(-50), validFrom })),
    requires: module.requires ?? [],
    ...(module.worksWith && { worksWith: module.worksWith.map(demoModuleId) }),
    services: module.services ?? [],
    integrations: (module.integrations ?? []).map((type) => ({
      type,
      role: type === 'im1.bulk' || module.capabilities.includes('C13') ? 'provider' : 'consumer',
      withWhom: null,
      description: null,
    })),
    implementation: {
      text: null,
      weeksFrom: module.weeks?.[0] ?? null,
      weeksTo: module.weeks?.[1] ?? null,
    },
    applications: module.apps.map((type) => ({ type, summary: null })),
    hosting: module.host.map((type) => ({
      type,
      summary: null,
      hscn: type === 'private-cloud' ? true : null,
      country: type === 'on-premise' ? null : 'England',
    })),
    supportHours: module.support ?? null,
    roadMap: (module.roadMap ?? []).map(([title, quarter]) => ({ title, quarter })),
    ...(module.says === 'all' && fullDetails({ slug, apps: module.apps, host: module.host })),
  }
}

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
