import { now } from '@/lib/platform/clock'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

test.use({ javaScriptEnabled: false })

test('a visitor reads the register as of last month and asks to hear of changes after signing in', async ({ page }) => {
  const reader = (await person.practiceManager((await organisation.practice()).id)).userId
  const address = await when_they_read_last_month(page)
  await then_a_day_that_is_none_is_a_bad_request(page, address)
  await when_they_ask_to_hear_of_changes(page, address, reader)
  await then_they_can_end_it(page, reader)
})

async function when_they_read_last_month(page: Page): Promise<string> {
  await page.goto('/register')
  await page.getByRole('link', { name: 'OpenPath Record' }).click()
  const address = new URL(page.url()).pathname
  await expect(page.getByRole('heading', { name: 'Two years of labels' })).toBeVisible()
  const lastMonth = addDays(dayOf(now()), -30)
  await page.getByLabel('As known at the end of').fill(lastMonth)
  await page.getByRole('button', { name: 'Show that day' }).click()
  await expect(page.getByText(`${dayWords(lastMonth)}, as it was shown at the end of that day`)).toBeVisible()
  await page.getByRole('link', { name: 'The same day as it is known now' }).click()
  await expect(page.getByText(`${dayWords(lastMonth)}, as it is known now`)).toBeVisible()
  const json = await page.request.get(`${address}.json?asOf=${lastMonth}`)
  expect((await json.json()).note).toBe('Automated checks are not exhaustive.')
  expect(await (await page.request.get(`${address}.json?asOf=${lastMonth}`)).text()).toBe(await json.text())
  return address
}

async function then_a_day_that_is_none_is_a_bad_request(page: Page, address: string) {
  for (const wrong of ['asOf=2999-01-01', 'asOf=2026-02-30', 'asOf=x', 'corrected=yes'])
    for (const end of ['', '.json'])
      expect((await page.request.get(`${address}${end}?${wrong}`)).status(), `${end} ${wrong}`).toBe(400)
  expect((await page.request.get('/register?asOf=2999-01-01')).status()).toBe(400)
}

async function when_they_ask_to_hear_of_changes(page: Page, address: string, reader: string) {
  await page.goto(address)
  await page.getByRole('link', { name: 'Tell me of changes' }).click()
  await expect(page).toHaveURL(/\/sign-in\?back=/)
  const back = new URL(page.url()).searchParams.get('back')!
  await signInAs(page, reader)
  await page.goto(back)
  await page.getByRole('radio', { name: 'Once a week' }).check()
  await page.getByRole('button', { name: 'Tell me of changes' }).click()
  await expect(page.getByText('You will hear of it by letter when a label changes.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^OpenPath Record/ })).toContainText('Once a week')
}

async function then_they_can_end_it(page: Page, reader: string) {
  await page.getByRole('form', { name: 'End: OpenPath Record' }).getByRole('button', { name: 'End' }).click()
  await expect(page.getByText('You will not hear of it any more.')).toBeVisible()
  expect(await db.subscription.count({ where: { personId: reader } })).toBe(0)
}

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true })
  test('the pages of notices and subscriptions, open data and signals can be used by everybody', async ({ page }) => {
    await signInAs(page, 'reviewer@authority.example')
    for (const address of [
      '/account/notices',
      '/account/subscriptions',
      '/open-data',
      '/assurance/signals',
      '/assurance/disputes',
    ]) {
      await page.goto(address)
      await expectAccessible(page)
    }
  })
})
