import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { closeOffers } from '@/lib/procurement/competitions/close-due-offers'
import { contextOf } from '@/lib/testing/context'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { aPractice, rivals, shortlistOf, when_a_project_is_frozen } from './situations'

type Rivals = Awaited<ReturnType<typeof rivals>>

test('COM-2 to COM-11: three suppliers compete, two tie, one is chosen with a reason, and everybody sees their part', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const of = await aPractice()
  const modules = await rivals(100_000, 100_000, 120_000)
  const partner = await person.partner(of.practice.id, { name: 'Partner who scores' })
  await signInAs(page, of.manager.userId)
  await when_a_project_is_frozen(page, await shortlistOf(of, modules), 'Competition in the catalogue')
  const project = new URL(page.url()).pathname
  await when_the_buyer_opens(page, modules)
  const competition = new URL(page.url()).pathname
  await drainJobs()
  await when_the_suppliers_offer(page, competition, modules)
  await when_the_time_is_over(competition)
  await when_the_evaluator_scores(page, competition, of.manager.userId, partner.userId, modules)
  await when_the_buyer_closes_and_decides(page, competition, of.manager.userId, modules)
  await then_everybody_sees_their_part(page, competition, modules)
  expect((await page.request.get(`${project}/pack.pdf`)).status()).toBe(404)
})

async function when_the_buyer_opens(page: Page, modules: Rivals) {
  await page.getByRole('link', { name: 'Say what counts and open the competition' }).first().click()
  await page.getByLabel('Weight of the price, percent').fill('60')
  await page.getByLabel('Weight of the features, percent').fill('90')
  await page.getByLabel('Features that a module must have, one a line').fill('It sends letters')
  await page.getByLabel('Least quality that is good enough').selectOption('3')
  for (const [level, pounds] of [
    ['2, Weak', '0'],
    ['3, Adequate', '1,000'],
    ['4, Good', '2,000'],
    ['5, More than met', '1,999'],
  ] as const)
    await page.getByLabel(`Features, worth of ${level}`).fill(pounds)
  await page.getByRole('button', { name: 'Save what counts' }).click()
  await expect(page.getByRole('alert').first()).toContainText('A better score is not worth less than a weaker one')
  await page.getByLabel('Features, worth of 5, More than met').fill('2,500')
  await page.getByRole('button', { name: 'Save what counts' }).click()
  await expect(page.getByRole('alert').first()).toContainText('must sum to 100 percent, not 90')
  await page.getByLabel('Weight of the features, percent').fill('100')
  await page.getByRole('button', { name: 'Save what counts' }).click()
  await expect(page.getByRole('status')).toContainText('What counts is saved')
  await expectAccessible(page)
  for (const { name } of modules) await page.getByLabel(name, { exact: true }).check()
  await page.getByLabel('Last day for offers').fill(dayOf(now()))
  await page.getByRole('button', { name: 'Open the competition' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Suppliers need more time')
  await page.getByLabel('Last day for offers').fill(addDays(dayOf(now()), 21))
  await page.getByRole('button', { name: 'Open the competition' }).click()
  await expect(page.getByRole('status')).toContainText('The competition is open')
  await expect(page.getByRole('main')).toContainText('Offers and scores are sealed')
  await expect(page.getByRole('table', { name: 'What quality is worth over the term' })).toContainText('£2,500.00')
  await expectAccessible(page)
}

async function when_the_suppliers_offer(page: Page, competition: string, modules: Rivals) {
  for (const [i, pounds] of ['0.90', '0.90'].entries()) {
    await signInAs(page, modules[i]!.signatoryId)
    await page.goto('/supplier/competitions')
    await page.getByRole('main').getByRole('link', { name: /Need/ }).click()
    for (const rival of modules.filter((_, at) => at !== i))
      await expect(page.getByRole('main')).not.toContainText(rival.name)
    await page.getByLabel(/^Price in pounds/).fill('1.01')
    await page.getByRole('button', { name: 'Seal the offer' }).click()
    await expect(page.getByRole('alert').first()).toContainText('An offer is not above the list price')
    await page.getByLabel(/^Price in pounds/).fill(pounds)
    await page.getByRole('button', { name: 'Seal the offer' }).click()
    await expect(page.getByRole('status')).toContainText('Your offer is sealed')
  }
  await expectAccessible(page)
  const stranger = await person.signatory((await organisation.supplier()).id)
  await signInAs(page, stranger.userId)
  for (const address of [competition, `${competition}/award`])
    expect((await page.request.get(address)).status(), address).toBe(404)
  await page.goto('/supplier/competitions')
  await expect(page.getByRole('main')).toContainText('None of your modules competes yet')
}

/** The clock of three weeks later closes the offers; the pages go on with today. */
async function when_the_time_is_over(competition: string) {
  const id = competition.split('/').at(-1)!
  await closeOffers(contextOf(system, new Date(now().getTime() + 23 * 86_400_000)), id)
  expect((await db.competition.findUniqueOrThrow({ where: { id } })).offersClosedAt).not.toBeNull()
}

async function when_the_evaluator_scores(
  page: Page,
  competition: string,
  managerId: string,
  partnerId: string,
  modules: Rivals,
) {
  await signInAs(page, managerId)
  await page.goto(competition)
  await page.getByText('Ask somebody to score').click()
  await page.getByLabel('Somebody of your practice').selectOption(partnerId)
  await page.getByRole('button', { name: 'Ask to score' }).click()
  await expect(page.getByRole('status')).toContainText('They are asked to score')
  await signInAs(page, partnerId)
  await page.goto('/competitions')
  await page.getByRole('main').getByRole('link', { name: /Need/ }).click()
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('Your interests, or that you have none').fill('None')
  await page.getByRole('button', { name: 'Declare your interests' }).click()
  await expectAccessible(page)
  for (const [sheet, button] of [
    ['Your scores', 'Record your scores'],
    ['Agreed scores', 'Record the agreed scores'],
  ] as const)
    for (const { name } of modules) {
      const form = page.locator('details', {
        has: page.getByRole('button', { name: `${button} of ${name}`, includeHidden: true }),
      })
      await form.locator('summary').click()
      await form.getByLabel('Yes').check()
      await form.getByLabel('4, Good').check()
      await form.getByLabel('Reason: It sends letters').fill('Shown to us')
      await form.getByLabel('Reason: Features').fill('Nearly all of it')
      await form.getByRole('button', { name: `${button} of ${name}` }).click()
      await expect(page.getByText(`${sheet} of ${name}: all given`)).toBeVisible()
    }
  await expectAccessible(page)
}

async function when_the_buyer_closes_and_decides(page: Page, competition: string, managerId: string, modules: Rivals) {
  await signInAs(page, managerId)
  await page.goto(competition)
  await expect(page.getByRole('main')).not.toContainText('£0.90')
  await page.getByRole('button', { name: 'Close the scoring' }).click()
  await expect(page.getByRole('status')).toContainText('Offers and scores are open')
  await expect(page.getByRole('img', { name: /Of what each total is made/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'The same in figures' })).toContainText('4.60')
  await expect(page.getByRole('main')).toContainText('Several have the same total')
  await then_three_views_stand_beside(page, modules)
  await expectAccessible(page)
  await expect(page.getByLabel(modules[2]!.name, { exact: true })).toHaveCount(0)
  await page.getByLabel(modules[1]!.name, { exact: true }).check()
  await page.getByLabel('Reason', { exact: true }).fill('Two are equal; this one starts a month earlier in our town.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await expect(page.getByRole('status')).toContainText('The decision is recorded')
  await expectAccessible(page)
  await drainJobs()
}

/** ABS-1 to ABS-3: the same offer and score, so the same cost, cost a point and cost less worth; the dearest is beaten outright. */
async function then_three_views_stand_beside(page: Page, modules: Rivals) {
  await expect(page.getByRole('heading', { name: 'Three views beside the result' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Whole-life cost of each option/ })).toBeVisible()
  const views = page.getByRole('table', { name: 'Three views in figures' })
  await expect(views.getByRole('row', { name: new RegExp(`^${modules[0]!.name}`) })).toContainText('£24,651.70')
  await expect(views.getByRole('row', { name: new RegExp(`^${modules[2]!.name}`) })).toContainText(
    'is no dearer and no worse',
  )
}

async function then_everybody_sees_their_part(page: Page, competition: string, modules: Rivals) {
  await signInAs(page, modules[2]!.signatoryId)
  await page.goto(competition)
  await expect(page.getByRole('main')).toContainText('Another module won')
  await expect(page.getByRole('main')).toContainText(modules[1]!.name)
  await expect(page.getByRole('main')).not.toContainText(modules[0]!.name)
  await expectAccessible(page)
  await signOut(page)
  await page.goto(`${competition}/award`)
  await expect(page.getByRole('main')).toContainText('3')
  await expect(page.getByRole('main')).toContainText('£26,651.70 over 36 months')
  await expectAccessible(page)
  const letters = await db.mailMessage.findMany({
    where: { body: { contains: competition } },
    select: { subject: true },
  })
  expect(
    letters
      .map(({ subject }) => subject)
      .filter((s) => s.includes(modules[0]!.name))
      .sort(),
  ).toEqual([`${modules[0]!.name} is in a competition`, `The competition of ${modules[0]!.name} is decided`])
}
