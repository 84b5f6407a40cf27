import { sha256Hex } from '@/lib/platform/canonical-json'
import { newId } from '@/lib/platform/ids'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import {
  monthsOn,
  when_a_profile_is_begun,
  when_a_step_is_saved,
  when_the_needs_are_stated,
  when_the_plan_is_asked,
} from './needs-steps'

for (const scripted of [true, false])
  test.describe(scripted ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: scripted })

    test('a practice says what it needs, gets a proven plan, and goes on to a shortlist and a frozen project', async ({
      page,
    }) => {
      test.setTimeout(400_000)
      const commissioner = await organisation.commissioner()
      const practice = await organisation.practice({ partOfCode: commissioner.code })
      const name = `Needs ${newId().slice(0, 8)}`
      await signInAs(page, (await person.practiceManager(practice.id)).userId)
      await when_a_profile_is_begun(page, name)
      const needs = new URL(page.url()).pathname
      await then_what_is_missing_is_said(page, scripted)
      await when_the_needs_are_stated(page, ['C13', 'C9'])
      await when_a_wish_is_wrong_and_then_right(page)
      await when_the_plan_is_asked(page, 'Best plan, proven', scripted)
      const plan = new URL(page.url()).pathname
      await then_its_evidence_is_what_the_page_says(page, plan)
      if (scripted) await expectAccessible(page)
      await when_the_same_is_asked_again(page, needs)
      await when_shortlists_are_made(page)
      await when_a_project_is_frozen(page)
      await when_it_is_shared(page, needs, plan, (await person.requester(commissioner.id)).userId)
      await then_a_stranger_finds_nothing(page, [needs, `${needs}/needs`, plan, `${plan}/evidence.json`])
    })
  })

async function then_what_is_missing_is_said(page: Page, scripted: boolean) {
  await expect(page.getByText('“What you must have” must be filled in')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Find the best combination' })).toHaveCount(0)
  if (scripted) await expectAccessible(page)
}
async function when_a_wish_is_wrong_and_then_right(page: Page) {
  await page.getByRole('link', { name: 'What you would like', exact: true }).click()
  const wish = page.getByLabel('(C17)')
  await wish.fill('12')
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter a whole worth from 1 to 9')
  await wish.fill('3')
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('status')).toContainText('The step is saved')
  await when_a_step_is_saved(page, 'Budget', () => page.getByLabel('Over the whole term').fill('500,000.00'))
}
async function then_its_evidence_is_what_the_page_says(page: Page, plan: string) {
  const evidence = await page.request.get(`${plan}/evidence.json`)
  await expect(page.getByRole('main')).toContainText(sha256Hex(await evidence.text()))
  const { status, result, profile } = await evidence.json()
  expect([status, result.plan.modules.length > 0, profile.content.floorPercent]).toEqual(['optimal', true, 0])
}
async function when_the_same_is_asked_again(page: Page, needs: string) {
  await page.goto(needs)
  await page.getByRole('button', { name: 'Find the best combination' }).click()
  await expect(page.getByRole('status').first()).toContainText('Exactly this was asked before')
}
async function when_shortlists_are_made(page: Page) {
  await page.getByRole('button', { name: /^Make the (\d )?shortlists?$/ }).click()
  await expect(page.getByRole('status').first()).toContainText('The shortlists are made')
  const back = page.url()
  await page
    .getByRole('link', { name: /in place of/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: 'Modules on this shortlist' })).toContainText('The plan takes this one')
  await page.goto(back)
}
async function when_a_project_is_frozen(page: Page) {
  await page.getByRole('button', { name: 'Start a project' }).first().click()
  await expect(page.getByRole('status')).toContainText('The project is started from the plan')
  await expect(page.getByRole('main')).toContainText('Follows the plan')
  await expect(page.getByLabel('First day of the contract')).toHaveValue(monthsOn(4))
  await expect(page.getByLabel('Term in months')).toHaveValue('36')
  await page.getByLabel('Framework').selectOption('TIF001')
  await page
    .getByLabel('A competition in the catalogue')
    .or(page.getByLabel(/ompetition/))
    .first()
    .check()
  await page.getByRole('button', { name: 'Save what you need' }).click()
  await expect(page.getByRole('status')).toContainText('What you need is saved')
  await page.getByRole('button', { name: 'Freeze the shortlist' }).click()
  await expect(page.getByRole('status')).toContainText('The shortlist is frozen')
}
async function when_it_is_shared(page: Page, needs: string, plan: string, requesterId: string) {
  const manager = await page.context().cookies()
  await signInAs(page, requesterId)
  expect((await page.goto(plan))?.status()).toBe(404)
  await page.context().addCookies(manager)
  await page.goto(needs)
  await page.locator('summary', { hasText: 'Share with your commissioner' }).click()
  await page.getByRole('button', { name: /^Share with/ }).click()
  await expect(page.getByRole('status')).toContainText('can read this profile')
  await signInAs(page, requesterId)
  await page.goto(plan)
  await expect(page.getByRole('main')).toContainText('Best plan, proven')
  await expect(page.getByRole('button', { name: 'Start a project' })).toHaveCount(0)
}
async function then_a_stranger_finds_nothing(page: Page, addresses: string[]) {
  await signInAs(page, 'manager@hillside.example')
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(404)
}
