import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { declaration } from '@/prisma/factories/declaration'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { aPractice, shortlistOf, when_a_project_is_frozen } from './situations'

for (const scripted of [true, false])
  test.describe(scripted ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: scripted })

    test('a practice covers one need by modules of two suppliers, and orders from each', async ({ page }) => {
      test.setTimeout(300_000)
      const of = await aPractice()
      const [alpha, beta, whole] = await modulesOf([['C1'], 40_000], [['C2'], 50_000], [['C1', 'C2'], 100_000])
      await signInAs(page, of.manager.userId)
      await when_a_project_is_frozen(page, await shortlistOf(of, [alpha!, beta!, whole!]), 'Direct award', ['C1', 'C2'])
      await expect(page.getByRole('region', { name: 'Sets by their whole cost' })).toContainText('Set 1 together')
      if (scripted) await expectAccessible(page)
      const project = new URL(page.url()).pathname

      await when_they_are_chosen(page, [alpha!.name])
      await expect(page.getByRole('alert').first()).toContainText('Nothing that you chose covers C2 of the need')
      await when_a_reason_is_given(page, beta!.name, 'price')
      await when_a_reason_is_given(page, whole!.name, 'price')
      await page.getByLabel('Why these?').fill('Together they are the cheapest that does all that we need.')
      await when_they_are_chosen(page, [beta!.name])
      await expect(page.getByRole('status')).toContainText('The decision is recorded')
      await expect(page.getByText('Chosen together')).toBeVisible()
      if (scripted) await expectAccessible(page)
      const pack = await (await page.request.get(`${project}/pack.json`)).json()
      expect([pack.schema, pack.decision.winnerIds.length]).toEqual(['decision-pack/3', 2])
      expect((await page.request.get(`${project}/pack.pdf`)).headers()['content-type']).toBe('application/pdf')

      await when_it_is_ordered(page, alpha!.name)
      await page.goto(project)
      await expect(page.getByRole('link', { name: new RegExp(`Order C.*${alpha!.name}`) })).toBeVisible()
      await when_it_is_ordered(page, beta!.name)
      await when_the_order_is_thrown_away(page)
      await page.goto(project)
      await expect(page.getByRole('link', { name: new RegExp(`Order C.*${alpha!.name}`) })).toBeVisible()
      await expect(page.getByRole('button', { name: new RegExp(`Draft the order.*${beta!.name}`) })).toBeVisible()
      if (scripted) await expectAccessible(page)

      await signInAs(page, (await person.practiceManager((await organisation.practice()).id)).userId)
      expect((await page.request.get(project)).status()).toBe(404)
    })
  })

async function modulesOf(...given: [string[], number][]) {
  const mark = newId().slice(0, 5)
  const made = []
  for (const [i, [capabilities, unitPrice]] of given.entries()) {
    const name = `Part ${'ABC'[i]} ${mark}`
    const one = await module.conformant({ name, capabilities, unitPrice: String(unitPrice) })
    await declaration.passed(one.supplierId, now())
    made.push({ ...one, name })
  }
  return made
}

/** Fills in only what is new: what was sent before stands in the form again. */
async function when_they_are_chosen(page: Page, names: string[]) {
  for (const name of names) await page.getByLabel(name, { exact: true }).check()
  if ((await page.getByLabel('Why these?').inputValue()) === '') {
    await page.getByLabel('Why these?').fill('It is what we would like to take for the whole of it.')
    await page.getByLabel('Kind of reason').selectOption('best-by-mechanism')
    for (const code of await page.getByLabel(/main cause$/).all()) await code.selectOption('price')
    for (const text of await page.getByLabel(/why not\?$/).all())
      await text.fill('It costs more over the term for the same work.')
  }
  await page.getByRole('button', { name: 'Record the decision' }).click()
}

async function when_a_reason_is_given(page: Page, name: string, code: string) {
  await page.getByLabel(`If ${name} is not chosen: main cause`).selectOption(code)
  await page.getByLabel(`If ${name} is not chosen: why not?`).fill('It costs more over the term for the same work.')
}

async function when_it_is_ordered(page: Page, name: string) {
  await page.getByRole('button', { name: new RegExp(`Draft the order.*${name}`) }).click()
  await expect(page).toHaveURL(/\/call-offs\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText(name)
}

async function when_the_order_is_thrown_away(page: Page) {
  await page.locator('summary', { hasText: 'Delete this draft' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page).not.toHaveURL(/\/call-offs\/[0-9a-f-]{36}$/)
}
