import { db, drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { type TestedModule, testedModule } from './tested-module'

const grounds = 'Our practice asks for it every morning and gets nothing'
const answer = 'The report is in detail and can be tried again'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`a practice challenges a passed check, an assessor accepts, the check must pass again ${javaScriptEnabled ? '' : 'in plain HTML'}`, async ({
      page,
    }) => {
      const passed = await testedModule('PASS')
      await when_a_practice_challenges_it(page, passed, javaScriptEnabled)
      await then_the_supplier_cannot(page, passed)
      await when_an_assessor_accepts(page, passed, javaScriptEnabled)
      await then_the_register_and_both_sides_know(page, passed, javaScriptEnabled)
    })
  })

async function when_a_practice_challenges_it(page: Page, { address }: TestedModule, script: boolean) {
  await signInAs(page, 'manager@riverside.example')
  await page.goto(address)
  await page.getByRole('link', { name: 'challenge a check' }).click()
  await expect(page.getByRole('heading', { name: 'Challenge a check' })).toBeVisible()
  if (script) await expectAccessible(page)
  await page.getByRole('button', { name: 'Raise the challenge' }).click()
  await expect(page.getByText('Choose a check').first()).toBeVisible()
  await page.getByLabel('The check that does not hold').selectOption('CAP-01')
  await page.getByLabel('What you have seen').fill(grounds)
  await page.getByRole('button', { name: 'Raise the challenge' }).click()
  await expect(page.getByText('Your challenge waits for an assessor of the authority.')).toBeVisible()
  await expect(page.getByRole('row', { name: /^CAP-01 of / }).first()).toContainText('Raised, waits for an assessor')
  if (script) await expectAccessible(page)
}

async function then_the_supplier_cannot(page: Page, { address, editor }: TestedModule) {
  await signInAs(page, editor.userId)
  await page.goto(`${address}/challenge`)
  await expect(page.getByText('This is your own supplier’s module: dispute a check instead.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Raise the challenge' })).toHaveCount(0)
}

async function when_an_assessor_accepts(page: Page, { name }: TestedModule, script: boolean) {
  await signInAs(page, 'assessor@authority.example')
  await page.goto('/assurance/challenges')
  if (script) await expectAccessible(page)
  const challenge = page.getByRole('region', { name: `${name} 1.0.0: CAP-01` })
  await expect(challenge.getByText(grounds)).toBeVisible()
  await challenge.locator('summary', { hasText: 'Accept the challenge' }).click()
  const form = challenge.getByRole('form', { name: /^Accept the challenge/ })
  await form.getByLabel('Reason').fill(answer)
  await form.getByRole('button', { name: 'Accept the challenge' }).click()
  await expect(page.getByText('Its endpoint cannot be tested now')).toBeVisible()
}

async function then_the_register_and_both_sides_know(page: Page, { address, editor }: TestedModule, script: boolean) {
  await drainJobs()
  await page.context().clearCookies()
  await page.goto(address)
  await expect(page.getByText(/Challenged, and accepted on .*: it must pass again by/).first()).toBeVisible()
  await expect(page.getByText(grounds)).toHaveCount(0)
  await signInAs(page, editor.userId)
  await page.goto('/supplier/non-conformities')
  await expect(page.getByRole('row', { name: /^CAP-01 of / })).toContainText(answer)
  if (script) await expectAccessible(page)
  await signInAs(page, 'manager@riverside.example')
  await page.goto('/watch')
  await expect(page.getByRole('row', { name: /^CAP-01 of / }).first()).toContainText('the check must pass again')
  const personId = (await db.person.findFirstOrThrow({ where: { email: 'manager@riverside.example' } })).id
  expect(await db.notification.count({ where: { personId, subject: 'Your challenge is accepted' } })).toBeGreaterThan(0)
}
