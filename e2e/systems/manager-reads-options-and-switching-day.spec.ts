import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('P1, P2: a manager reads options, the earliest day of a switch and who decides', async ({ page }) => {
      await signInAs(page, 'manager@riverside.example')
      await page.goto('/systems')
      await expect(page.getByRole('heading', { name: 'What waits for you' })).toBeVisible()
      const facts = page.getByRole('region', { name: 'Meridian Practice', exact: true })
      await expect(facts).toContainText('North Bank CCG')
      await expect(facts).toContainText('£12,437.46 excluding VAT for 9,871 patients')
      await expect(facts).toContainText('fewer than 5 other practices')
      const options = facts.getByRole('table', { name: 'What you can do about Meridian Practice' })
      for (const option of ['Stay', 'Renegotiate', 'Move'])
        await expect(options.getByRole('row', { name: new RegExp(`^${option} `) })).toContainText('£')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: 'Can I switch, when, and who decides?' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Can I switch, when, and who decides?')
      const answer = page.getByRole('region', { name: 'Meridian Practice', exact: true })
      await expect(answer).toContainText('Yes, from')
      await expect(answer.getByRole('row', { name: /This rule binds/ })).toHaveCount(1)
      await expect(answer).toContainText('A funding approver of North Bank CCG')
      await expect(answer).toContainText('20 working days')
      await expect(answer).toContainText('The practice says what the present system cannot do')
      await expect(answer.getByRole('table', { name: 'What North Bank CCG has left' })).toContainText('GPIT')
      if (javaScriptEnabled) await expectAccessible(page)
      await answer.getByRole('link', { name: /The same for everybody to read/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('North Bank CCG')
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })

test('P1, P2: nobody else reads them; how a payer decides is open to all', async ({ page }) => {
  await page.goto('/systems')
  await expect(page.getByText('My systems, my contracts, my options')).toHaveCount(0)
  expect((await answersFor(page, 'manager@hillside.example')).includes('North Bank')).toBe(false)
  expect(await answersFor(page, 'approver@northbank.example')).toContain('This page answers people of a practice')
  await page.context().clearCookies()
  await page.goto('/systems/switching')
  expect(page.url()).toContain('/sign-in')
  await page.goto('/funding/decisions')
  await expectAccessible(page)
  expect((await page.goto('/funding/decisions/11111111-1111-4111-8111-111111111111'))?.status()).toBe(404)
})

async function answersFor(page: Page, email: string): Promise<string> {
  await signInAs(page, email)
  await page.goto('/systems/switching')
  return (await page.locator('main').textContent()) ?? ''
}
