import { stableId } from '@/lib/platform/stable-id'
import { db, expect, expectAccessible, type Page, test } from '../support/journey'

const id = stableId('historic-listing', 'Oldfield Computing', 'Oldfield Notes', '2014')

test('a reader looks at an example of a former year, which is no offer', async ({ page }) => {
  await given_an_example_of_2014()
  await when_they_tick_former_years(page)
  await then_it_stands_apart_with_year_and_banner(page)
  await when_they_open_it(page)
  await then_it_says_what_it_is(page)
})

async function given_an_example_of_2014() {
  const facts = { supplier: 'Oldfield Computing', product: 'Oldfield Notes', year: 2014, route: 'Framework of 2010' }
  await db.historicListing.upsert({
    where: { id },
    create: { id, ...facts, capabilities: 'Consultations', priceText: 'GBP 0.90 per patient per year' },
    update: {},
    select: { id: true },
  })
}
const examples = (page: Page) => page.getByRole('region', { name: /historic examples?$/ })

async function when_they_tick_former_years(page: Page) {
  await page.goto('/modules?q=oldfield')
  await expect(page.getByRole('combobox', { name: 'Search', exact: true })).toBeVisible() // its script has come
  await expect(examples(page)).toHaveCount(0)
  await page.getByRole('checkbox', { name: /^Show historic examples/ }).check()
}
async function then_it_stands_apart_with_year_and_banner(page: Page) {
  await expect(examples(page)).toContainText('Oldfield Computing, 2014')
  await expect(examples(page)).toContainText('Historic example, not a current price')
  await expect(examples(page).getByRole('checkbox')).toHaveCount(0)
  await expect(page).toHaveURL(/historic=1/)
  await expectAccessible(page)
}
async function when_they_open_it(page: Page) {
  await examples(page).getByRole('link', { name: 'Oldfield Notes' }).click()
}
async function then_it_says_what_it_is(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Oldfield Notes')
  await expect(page.getByText('Historic example, not a current price')).toBeVisible()
  await expect(page.getByText('GBP 0.90 per patient per year')).toBeVisible()
  await expectAccessible(page)
}
