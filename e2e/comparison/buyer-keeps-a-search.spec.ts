import { module } from '@/prisma/factories/module'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

test('a buyer saves a search, sees what is new, and makes a shortlist from it but for one, with the reason', async ({
  page,
}) => {
  const word = `Zephyr${Date.now()}`
  await module.conformant({ name: `${word} First` })
  await when_they_save_the_search(page, word)
  await module.conformant({ name: `${word} Second` })
  await then_one_is_new(page)
  await when_they_make_a_shortlist_without_one(page, word)
  await then_the_reason_is_on_it(page, word)
  await then_a_stranger_finds_nothing(page, word)
})

async function when_they_save_the_search(page: Page, word: string) {
  await page.goto(`/modules?q=${word}`)
  await expect(page.getByRole('link', { name: 'Save this search' })).toHaveCount(0)
  await signInAs(page, 'manager@riverside.example')
  await page.goto(`/modules?q=${word}`)
  await page.getByRole('link', { name: 'Save this search' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the search' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter a name')
  await page.getByLabel('Name').fill(word)
  await page.getByRole('button', { name: 'Save the search' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word)
  await expect(page.getByText('Nothing new since the last look')).toBeVisible()
}
async function then_one_is_new(page: Page) {
  await page.reload()
  await expect(page.getByText('1 new since the last look')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have seen these' }).click()
  await expect(page.getByText('Nothing new since the last look')).toBeVisible()
  await expect(page.getByText('1 new since it was saved')).toBeVisible()
}
async function when_they_make_a_shortlist_without_one(page: Page, word: string) {
  await page.getByLabel('Name of the shortlist').fill(`${word} shortlist`)
  const reason = page.getByLabel(`Why ${word} Second is left out`, { exact: true })
  await reason.selectOption({ label: 'Another reason' })
  await page.getByRole('button', { name: 'Make the shortlist' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Say in 30 to 1,000 characters')
  await expectAccessible(page)
  await page
    .getByLabel(`More about why ${word} Second is left out`)
    .fill('The practice ran it before and left it again')
  await page.getByRole('button', { name: 'Make the shortlist' }).click()
}
async function then_the_reason_is_on_it(page: Page, word: string) {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${word} shortlist`)
  await expect(page.getByRole('region', { name: 'Modules on this shortlist' })).toContainText(`${word} First`)
  await expect(page.getByRole('region', { name: 'Left out' })).toContainText('The practice ran it before')
  await expectAccessible(page)
}
async function then_a_stranger_finds_nothing(page: Page, word: string) {
  await page.goto('/saved-filters')
  const href = (await page.getByRole('link', { name: word }).getAttribute('href'))!
  await signInAs(page, 'manager@hillside.example')
  expect((await page.goto(href))?.status()).toBe(404)
  await page.goto('/saved-filters')
  await expect(page.getByText(word)).toHaveCount(0)
  await expectAccessible(page)
}
