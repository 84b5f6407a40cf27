import { expect, expectAccessible, signInAs, test } from '../support/journey'

const people = [
  'manager@riverside.example',
  'requester@northbank.example',
  'approver@northbank.example',
  'editor@meridian.example',
  'editor@openpath.example',
  'assessor@authority.example',
  'reviewer@authority.example',
  'officer1@authority.example',
  'author@authority.example',
  'curator@authority.example',
]

test('the first page says to each role what waits, what is late and what changed, and every line leads there', async ({
  page,
}) => {
  test.setTimeout(300_000)
  for (const email of people) {
    await signInAs(page, email)
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What waits for you')
    await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible()
    const ways = await page
      .locator('section[aria-label^="Your work"] a, .nhsuk-warning-callout a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
    for (const way of new Set(ways)) expect((await page.request.get(way)).status(), `${email}: ${way}`).toBe(200)
    if (email === people[0] || email === people[2] || email === people[5]) await expectAccessible(page)
  }
})

test('a visitor reads what this is', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose and switch GP systems')
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the first page is whole', async ({ page }) => {
    await signInAs(page, 'approver@northbank.example')
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What waits for you')
    await expect(page.getByRole('link', { name: 'All that you were told' })).toBeVisible()
  })
})
