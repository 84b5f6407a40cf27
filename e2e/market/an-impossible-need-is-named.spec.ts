import { newId } from '@/lib/platform/ids'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { when_a_profile_is_begun, when_the_needs_are_stated, when_the_plan_is_asked } from './needs-steps'

test('two needs that only modules meet which exclude each other: the conflict names the two', async ({ page }) => {
  test.setTimeout(240_000)
  const [first, second] = await given_two_capabilities_that_nobody_else_offers()
  await given_modules_that_exclude_each_other(first.id, second.id)
  const practice = await organisation.practice()
  await signInAs(page, (await person.practiceManager(practice.id)).userId)
  await when_a_profile_is_begun(page, `Impossible ${newId().slice(0, 8)}`)
  await when_the_needs_are_stated(page, [first.id, second.id])
  await when_the_plan_is_asked(page, 'No plan is possible', true)
  await then_both_are_named(page, [first.name, second.name])
  await expectAccessible(page)
})

type Named = { id: string; name: string }
async function given_two_capabilities_that_nobody_else_offers(): Promise<[Named, Named]> {
  const listed = await db.listingVersion.findMany({ select: { content: true } })
  const offered = new Set(
    listed.flatMap(({ content }) => (content as { capabilities: { id: string }[] }).capabilities.map(({ id }) => id)),
  )
  const free = await db.capability.findMany({
    where: { id: { notIn: [...offered] }, status: 'effective', absent: false },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
    take: 2,
  })
  return free as [Named, Named]
}
async function given_modules_that_exclude_each_other(first: string, second: string): Promise<void> {
  const one = await module.published.saying(await claiming(first), {
    name: `Either ${newId().slice(0, 6)}`,
    capabilities: [first],
  })
  const other = { ...(await claiming(second)), conflicts: [one.moduleId] }
  await module.published.saying(other, { name: `Or ${newId().slice(0, 6)}`, capabilities: [second] })
}
/** A claim of the capability with everything that the model demands of it. */
async function claiming(id: string) {
  const must = await db.capabilityEpic.findMany({
    where: { capabilityId: id, level: 'MUST' },
    select: { epicId: true },
  })
  return { capabilities: [{ id, epicIds: must.map(({ epicId }) => epicId) }] }
}

async function then_both_are_named(page: Page, names: string[]): Promise<void> {
  for (const name of names) await expect(page.getByRole('main')).toContainText(name)
  await expect(page.getByRole('heading', { name: 'Why no plan is possible' })).toBeVisible()
  await page.getByRole('link', { name: 'Download the evidence (JSON)' }).waitFor()
}
