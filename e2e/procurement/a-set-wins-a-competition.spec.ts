import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { closeOffers } from '@/lib/procurement/competitions/close-due-offers'
import { contextOf } from '@/lib/testing/context'
import { declaration } from '@/prisma/factories/declaration'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { aPractice, shortlistOf, when_a_project_is_frozen } from './situations'

type Made = Awaited<ReturnType<typeof modulesOf>>[number]

for (const scripted of [true, false])
  test.describe(scripted ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: scripted })

    test('ADR 0027: two suppliers cover a need together, and win over the one that covers it alone', async ({
      page,
    }) => {
      test.setTimeout(600_000)
      const check = () => (scripted ? expectAccessible(page) : Promise.resolve())
      const of = await aPractice()
      const [alpha, beta, whole] = await modulesOf([['C1'], 40_000], [['C2'], 50_000], [['C1', 'C2'], 100_000])
      const partner = await person.partner(of.practice.id, { name: `Partner ${newId().slice(0, 5)}` })
      await signInAs(page, of.manager.userId)
      const shortlist = await shortlistOf(of, [alpha!, beta!, whole!])
      await when_a_project_is_frozen(page, shortlist, 'Competition in the catalogue', ['C1', 'C2'])
      const project = new URL(page.url()).pathname
      await when_the_buyer_opens(page, [alpha!, beta!, whole!], check)
      const competition = new URL(page.url()).pathname

      await signInAs(page, alpha!.signatoryId)
      await page.goto(competition)
      await expect(page.getByRole('main')).toContainText('modules that cover it together win together')
      await page.getByLabel(/^Price in pounds/).fill('0.30')
      await page.getByRole('button', { name: 'Seal the offer' }).click()
      await expect(page.getByRole('status')).toContainText('Your offer is sealed')
      await closeOffers(contextOf(system, new Date(now().getTime() + 23 * 86_400_000)), competition.split('/').at(-1)!)

      await when_it_is_scored(page, competition, of.manager.userId, partner.userId, [alpha!, beta!, whole!])
      await signInAs(page, of.manager.userId)
      await page.goto(competition)
      await page.getByRole('button', { name: 'Close the scoring' }).click()
      await expect(page.getByRole('status')).toContainText('Offers and scores are open')
      const pair = `${alpha!.name} with ${beta!.name}`
      await expect(
        page.getByRole('table', { name: 'The same in figures' }).getByRole('row', { name: pair }),
      ).toContainText('Greatest total')
      await expect(page.getByRole('table', { name: 'Modules of the sets' })).toContainText(whole!.name)
      await check()
      await expect(page.getByLabel(whole!.name, { exact: true })).toHaveCount(0)
      await page.getByLabel(pair, { exact: true }).check()
      await page.getByLabel('Reason', { exact: true }).fill('Together they have the greatest total of all sets.')
      await page.getByRole('button', { name: 'Record the decision' }).click()
      await expect(page.getByRole('status')).toContainText('The decision is recorded')
      await expect(page.getByText('Chosen together')).toBeVisible()
      await check()
      const pack = await (await page.request.get(`${project}/pack.json`)).json()
      expect([pack.schema, pack.decision.winnerIds.length]).toEqual(['decision-pack/4', 2])
      for (const { name } of [alpha!, beta!])
        await expect(page.getByRole('button', { name: new RegExp(`Draft the order.*${name}`) })).toBeVisible()
      await page.getByRole('button', { name: new RegExp(`Draft the order.*${alpha!.name}`) }).click()
      await expect(page).toHaveURL(/\/call-offs\/[0-9a-f-]{36}$/)
      await then_everybody_sees_their_part(page, competition, [alpha!, beta!, whole!], check)
    })
  })

async function when_the_buyer_opens(page: Page, modules: Made[], check: () => Promise<void>) {
  await page.getByRole('link', { name: 'Say what counts and open the competition' }).first().click()
  await page.getByLabel('Weight of the price, percent').fill('60')
  await page.getByLabel('Weight of the features, percent').fill('100')
  await page.getByLabel('Features that a module must have, one a line').fill('It sends letters')
  await page.getByLabel('Features that every module of a set must have, one a line').fill('It keeps an audit trail')
  await page.getByRole('button', { name: 'Save what counts' }).click()
  await expect(page.getByRole('status')).toContainText('What counts is saved')
  await check()
  await page.getByLabel(modules[0]!.name, { exact: true }).check()
  await page.getByLabel(modules[2]!.name, { exact: true }).check()
  await page.getByLabel('Last day for offers').fill(addDays(dayOf(now()), 21))
  for (const code of await page.getByLabel(/main cause$/).all()) await code.selectOption('price')
  for (const text of await page.getByLabel(/why not\?$/).all()) await text.fill('It costs more for the same work.')
  await page.getByRole('button', { name: 'Open the competition' }).click()
  await expect(page.getByRole('alert').first()).toContainText(`${modules[0]!.name} could not win`)
  await page.getByLabel(modules[1]!.name, { exact: true }).check()
  await page.getByRole('button', { name: 'Open the competition' }).click()
  await expect(page.getByRole('status')).toContainText('The competition is open')
  await expect(page.getByRole('main')).toContainText('Must, every module: It keeps an audit trail')
  await check()
}

async function when_it_is_scored(page: Page, address: string, managerId: string, partnerId: string, modules: Made[]) {
  await signInAs(page, managerId)
  await page.goto(address)
  await page.locator('summary', { hasText: 'Ask somebody to score' }).click()
  await page.getByLabel('Somebody of your practice').selectOption(partnerId)
  await page.getByRole('button', { name: 'Ask to score' }).click()
  await expect(page.getByRole('status')).toContainText('They are asked to score')
  await signInAs(page, partnerId)
  await page.goto(address)
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('Your interests, or that you have none').fill('None')
  await page.getByRole('button', { name: 'Declare your interests' }).click()
  await expect(page.getByText('It covers C1 of the need').first()).toBeVisible()
  for (const [sheet, button] of [
    ['Your scores', 'Record your scores'],
    ['Agreed scores', 'Record the agreed scores'],
  ] as const)
    for (const { name } of modules) {
      const form = page.locator('details', {
        has: page.getByRole('button', { name: `${button} of ${name}`, includeHidden: true }),
      })
      await form.locator('summary').click()
      // The second of the pair sends no letters: the set meets that must by the first.
      const letters = name === modules[1]!.name ? 'No' : 'Yes'
      await form.getByRole('group', { name: 'It sends letters' }).getByLabel(letters).check()
      await form.getByRole('group', { name: 'It keeps an audit trail' }).getByLabel('Yes').check()
      await form.getByLabel('4, Good').check()
      await form.getByLabel('Reason: It sends letters').fill('Shown to us')
      await form.getByLabel('Reason: It keeps an audit trail').fill('Shown to us')
      await form.getByLabel('Reason: Features').fill('Nearly all of it')
      await form.getByRole('button', { name: `${button} of ${name}` }).click()
      await expect(page.getByText(`${sheet} of ${name}: all given`)).toBeVisible()
    }
}

async function then_everybody_sees_their_part(
  page: Page,
  competition: string,
  made: Made[],
  check: () => Promise<void>,
) {
  await signInAs(page, made[0]!.signatoryId)
  await page.goto(competition)
  await expect(page.getByRole('main')).toContainText('Your module won, together with others')
  await signInAs(page, made[2]!.signatoryId)
  await page.goto(competition)
  await expect(page.getByRole('main')).toContainText('Other modules won')
  await check()
  await signOut(page)
  await page.goto(`${competition}/award`)
  for (const { name } of made.slice(0, 2)) await expect(page.getByText(`Winner: ${name}`)).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(made[2]!.name)
  await check()
  await signInAs(page, (await person.practiceManager((await organisation.practice()).id)).userId)
  expect((await page.request.get(competition)).status()).toBe(404)
}

/** Modules of suppliers of their own with these capabilities, and a signatory each: prices in 1/100,000 £. */
async function modulesOf(...given: [string[], number][]) {
  const mark = newId().slice(0, 5)
  const made = []
  for (const [i, [capabilities, unitPrice]] of given.entries()) {
    const name = `Part ${'ABC'[i]} ${mark}`
    const one = await module.conformant({ name, capabilities, unitPrice: String(unitPrice) })
    await declaration.passed(one.supplierId, now())
    made.push({ ...one, name, signatoryId: (await person.signatory(one.supplierId)).userId })
  }
  return made
}
