import { openNonConformity } from '@/lib/assurance/non-conformities/open-non-conformity'
import { publishListingWithin } from '@/lib/catalogue/publish-listing'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { minimalListing } from '@/prisma/factories/listing'
import { aSupplier } from '../supplier/situations'
import { db, drainJobs, expect } from '../support/journey'

/** A module just published by a supplier of its own, whose one claim nobody has assessed, and the assessment it opened. */
export async function aPublishedClaim(capability: string, script = true) {
  const supplier = await aSupplier()
  const [moduleId, moduleVersionId] = [newId(), newId()]
  const name = `Lindale ${newId().slice(0, 6)}`
  await db.module.create({ data: { id: moduleId, supplierId: supplier.id, createdAt: now() } })
  await db.moduleVersion.create({
    data: { id: moduleVersionId, moduleId, version: '1.0.0', changeImpact: 'MINOR', createdAt: now() },
  })
  const content = minimalListing({ name, capabilities: [capability], unitPrice: '126000' })
  const input = { listingId: newId(), moduleVersionId, content }
  await value(publishListingWithin(db, contextOf(system, now()), input))
  const opened = () => db.assessment.findFirst({ where: { moduleVersionId }, select: { id: true } })
  // The portal's own worker may have taken the job a moment before us.
  await expect(async () => {
    await drainJobs()
    expect(await opened()).not.toBeNull()
  }).toPass({ timeout: 20_000 })
  const { id } = (await opened())!
  return { ...supplier, script, id, name, moduleId, moduleVersionId }
}
export type PublishedClaim = Awaited<ReturnType<typeof aPublishedClaim>>

/** A requirement of a module version that was found not to be kept; answers the non-conformity's id. */
export async function anOpenNonConformity(moduleVersionId: string): Promise<string> {
  const of = { standardVersionId: newId(), requirementId: 'S28/WHOLE' }
  const what = { source: 'FINDING', summary: 'Half of it is missing', determinedOn: dayOf(now()) } as const
  const opened = await transaction((tx) =>
    openNonConformity(tx, contextOf(system, now()), { moduleVersionId, ...of, ...what }),
  )
  return opened.id
}
