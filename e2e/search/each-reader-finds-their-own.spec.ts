import { db, expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'

const number = 'NB-2023-017'
const results = (page: Page) => page.getByRole('navigation', { name: 'What was found' })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a visitor, a practice manager and a commissioner each find what they may see', async ({ page }) => {
      const accessible = async () => (javaScriptEnabled ? await expectAccessible(page) : undefined)
      await signOut(page)
      await when_they_search_from_the_header(page, number)
      await expect(page.getByRole('status')).toContainText('Nothing that you may see')
      await expect(page.getByRole('main')).toContainText('Sign in to find contracts')
      await accessible()
      await when_they_search_from_the_header(page, 'meridian')
      await expect(results(page)).toContainText('Modules')
      await expect(results(page)).toContainText('Suppliers')
      await expect(results(page)).not.toContainText('Contracts')
      await accessible()

      await signInAs(page, 'manager@riverside.example')
      await when_they_search_from_the_header(page, number.toLowerCase())
      await expect(results(page)).toHaveText('Contracts (1)')
      await when_they_search_from_the_header(page, 'DEMO01')
      await expect(results(page).getByRole('link').first()).toHaveText('Practices (1)')
      await accessible()
      await then_the_keyboard_leads_to_the_contract(page)

      await signInAs(page, 'approver@southbank.example')
      await when_they_search_from_the_header(page, number)
      await expect(page.getByRole('status')).toContainText('Nothing that you may see')
      await when_they_search_from_the_header(page, 'SB-2023-004')
      await expect(results(page)).toHaveText('Contracts (1)')
      await page.getByRole('link', { name: /^SB-2023-004/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Meridian Practice')
    })
  })

test('a standard is found by its id, and the empty search says what may be looked for', async ({ page }) => {
  await signOut(page)
  const { id, name } = await db.standard.findFirstOrThrow({ where: { id: 'S69' }, select: { id: true, name: true } })
  await when_they_search_from_the_header(page, id.toLowerCase())
  await page.getByRole('main').getByRole('link', { name }).click()
  await expect(page).toHaveURL(new RegExp(`/standards/${id}$`))
  await page.goto('/search')
  await expect(page.getByRole('main')).toContainText('practices, by name, postcode or ODS code')
  await expectAccessible(page)
})

async function when_they_search_from_the_header(page: Page, text: string) {
  if (!page.url().startsWith('http')) await page.goto('/accessibility')
  await page.getByLabel('Search the portal').fill(text)
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(new RegExp(`/search\\?q=${text}`))
  await expect(page.getByRole('status')).toContainText(text)
}

/** From the list of what was found the first link of its group is two keys away. */
async function then_the_keyboard_leads_to_the_contract(page: Page) {
  await results(page)
    .getByRole('link', { name: /^Contracts/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#found-contract$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^(NB-2023-017|C\d+)/ }).first()).toBeFocused()
}
