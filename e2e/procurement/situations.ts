import { createShortlist } from '@/lib/comparison/create-shortlist'
import { now } from '@/lib/platform/clock'
import { addMonths, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, buyers } from '@/prisma/factories/call-off'
import { declaration } from '@/prisma/factories/declaration'
import { type MadeModule, module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { db, expect, type Page } from '../support/journey'

/** Modules of suppliers of their own that may be bought by either route, with a signatory each: prices in 1/100,000 £. */
export async function rivals(...unitPrices: number[]) {
  const mark = newId().slice(0, 5)
  const made: (MadeModule & { name: string; signatoryId: string })[] = []
  for (const [i, unitPrice] of unitPrices.entries()) {
    const name = `Rival ${'ABC'[i]} ${mark}`
    const one = await module.conformant({ name, capabilities: ['C1'], unitPrice: String(unitPrice) })
    await declaration.passed(one.supplierId, now())
    made.push({ ...one, name, signatoryId: (await person.signatory(one.supplierId)).userId })
  }
  return made
}

/** A shortlist of these modules, by the practice's manager. */
export async function shortlistOf(of: Buyers, modules: MadeModule[]): Promise<string> {
  const shortlist = await value(
    createShortlist(contextOf(of.manager, of.at), { name: `Need ${newId().slice(0, 6)}`, description: null }),
  )
  const stamped = { shortlistId: shortlist.id, addedById: of.manager.userId, addedAt: of.at }
  await db.shortlistEntry.createMany({
    data: modules.map(({ moduleId, listingVersionId }) => ({ moduleId, listingVersionId, ...stamped })),
  })
  return shortlist.id
}

export const aPractice = (): Promise<Buyers> => buyers(now())
export const monthsOn = (months: number): string => `${addMonths(dayOf(now()), months).slice(0, 7)}-01`

/** Starts a project from the shortlist, says what is needed (these capabilities, if any) and freezes; the browser ends at the project. */
export async function when_a_project_is_frozen(
  page: Page,
  shortlistId: string,
  route: string,
  capabilities: string[] = [],
): Promise<void> {
  await page.goto(`/projects/new?shortlist=${shortlistId}`)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByLabel('First day of the contract').fill(monthsOn(3))
  await page.getByLabel('Term in months').fill('36')
  await page.getByLabel('Planned go-live').fill(monthsOn(4))
  await page.getByLabel('Framework').selectOption('TIF001')
  await page.getByLabel(route, { exact: true }).check()
  if (capabilities.length > 0) await page.locator('summary', { hasText: 'Name the capabilities that you need' }).click()
  for (const id of capabilities) await page.getByLabel(`(${id})`).check()
  await page.getByRole('button', { name: 'Save what you need' }).click()
  await expect(page.getByRole('status')).toContainText('What you need is saved')
  if (capabilities.length > 0) await expect(page.getByText('Must cover')).toBeVisible()
  await page.getByRole('button', { name: 'Freeze the shortlist' }).click()
  await expect(page.getByRole('status')).toContainText('The shortlist is frozen')
}
