import { getModule } from '@/lib/catalogue/get-module'
import { publishListing } from '@/lib/catalogue/publish-listing'
import { system, visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { type MadeModule, module } from '@/prisma/factories/module'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

test('a buyer saves a comparison; the supplier changes its price; what was saved stands', async ({ page }) => {
  const word = `Board${Date.now()}`
  const made = await module.conformant({ name: `${word} A`, unitPrice: '126000' })
  const other = await module.conformant({ name: `${word} B`, unitPrice: '130000' })
  await when_they_save_what_they_compare(page, word, [made, other])
  await when_the_supplier_changes_its_price(made)
  await then_the_old_price_stands_beside_the_new(page)
  await then_it_can_be_downloaded_by_its_organisation_alone(page)
})

async function when_they_save_what_they_compare(page: Page, word: string, modules: MadeModule[]) {
  await signInAs(page, 'manager@riverside.example')
  await page.goto(`/compare?m=${modules[0]!.moduleId}`)
  await expect(page.getByRole('alert').first()).toContainText('at least 2 modules')
  await page.goto(`/compare?${modules.map((m) => `m=${m.moduleId}`).join('&')}&n=9800&term=36`)
  await expect(page.getByRole('row', { name: /^Over 36 months/ })).toContainText('£37,044.00')
  await expect(page.getByRole('row', { name: /^A month for 9,800 patients/ })).toContainText('£1,029.00')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Save this comparison as it stands today' }).click()
  await expectAccessible(page)
  await page.getByLabel('Name').fill(word)
  await page.getByRole('button', { name: 'Save the comparison' }).click()
  await expect(page.getByRole('status')).toContainText('The comparison is saved')
  await expect(page.getByText('Nothing in this comparison has changed.')).toBeVisible()
  await expectAccessible(page)
}
async function when_the_supplier_changes_its_price(made: MadeModule) {
  const { listing } = (await getModule(contextOf(visitor), made.moduleId))!
  const prices = [{ ...listing.prices[0]!, tiers: [{ from: '1', unitPrice: '120000' }] }]
  const content = { ...listing, prices }
  const input = { listingId: newId(), moduleVersionId: made.moduleVersionId, content }
  expect((await publishListing(contextOf(system), input)).ok).toBe(true)
}
async function then_the_old_price_stands_beside_the_new(page: Page) {
  await page.reload()
  const changes = page.getByRole('region', { name: /^Changed since/ })
  await expect(changes.getByRole('row', { name: /A year for 9,800 patients/ })).toContainText('£12,348.00')
  await expect(changes.getByRole('row', { name: /A year for 9,800 patients/ })).toContainText('£11,760.00')
  const then = page.getByRole('region', { name: /^These modules on/ })
  await expect(then.getByRole('row', { name: /^Over 36 months/ })).toContainText('£37,044.00')
  await expectAccessible(page)
}
async function then_it_can_be_downloaded_by_its_organisation_alone(page: Page) {
  const links = ['CSV for a spreadsheet', 'JSON for programs', 'PDF to read or print']
  const hrefs = await Promise.all(links.map((name) => page.getByRole('link', { name }).getAttribute('href')))
  expect(await (await page.request.get(hrefs[0]!)).text()).toContain('£12,348.00')
  expect((await (await page.request.get(hrefs[1]!)).json()).sha256).toMatch(/^[0-9a-f]{64}$/)
  expect((await (await page.request.get(hrefs[2]!)).body()).subarray(0, 5).toString()).toBe('%PDF-')
  const address = page.url()
  await signInAs(page, 'manager@hillside.example')
  for (const href of [...hrefs, address]) expect((await page.request.get(href!)).status()).toBe(404)
}
