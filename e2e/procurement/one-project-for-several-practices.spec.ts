import { createShortlist } from '@/lib/comparison/create-shortlist'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { aPractice, monthsOn, rivals } from './situations'

for (const scripted of [true, false])
  test.describe(scripted ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: scripted })

    test('a commissioner decides once for several practices; each reads the project and answers for itself', async ({
      page,
    }) => {
      test.setTimeout(300_000)
      const { people, practices, shortlistId, name } = await anArea()
      await signInAs(page, people.buyer.userId)
      await when_practices_are_named(page, shortlistId, practices)
      if (scripted) await expectAccessible(page)
      const project = new URL(page.url()).pathname
      await page.getByRole('button', { name: 'Freeze the shortlist' }).click()
      await expect(page.getByRole('status')).toContainText('The shortlist is frozen')
      await page.getByLabel(name, { exact: true }).check()
      await page.getByLabel('Kind of reason').selectOption('only-one-meets')
      await page.getByLabel('Why this one?').fill('Nothing else on the shortlist does what our practices need.')
      await page.getByRole('button', { name: 'Record the decision' }).click()
      await expect(page.getByRole('status')).toContainText('The decision is recorded')
      if (scripted) await expectAccessible(page)
      const pack = await (await page.request.get(`${project}/pack.json`)).json()
      expect(pack.needs.practices).toHaveLength(2)
      await page.getByRole('button', { name: 'Draft the order' }).click()
      await expect(page).toHaveURL(/\/call-offs\/[0-9a-f-]{36}$/)
      const order = new URL(page.url()).pathname
      await then_each_practice_answers(page, project, order, people)
      await signInAs(page, people.stranger.userId)
      for (const address of [project, `${project}/pack`, order])
        expect((await page.request.get(address)).status(), address).toBe(404)
      if (scripted) await then_it_fits_a_small_screen(page, people.first.userId, project)
    })
  })

async function anArea() {
  const of = await aPractice()
  const second = await organisation.practice({ partOfCode: of.commissioner.code, name: 'Mill Lane', patients: 6_000 })
  const buyer = await person.requester(of.commissioner.id)
  const people = {
    buyer,
    first: of.manager,
    second: await person.practiceManager(second.id),
    stranger: await person.practiceManager((await organisation.practice()).id),
  }
  const [one] = await rivals(20_000)
  const shortlist = await value(
    createShortlist(contextOf(buyer, now()), { name: `Area ${newId().slice(0, 6)}`, description: null }),
  )
  const { moduleId, listingVersionId } = one!
  const stamped = { shortlistId: shortlist.id, addedById: buyer.userId, addedAt: now() }
  await db.shortlistEntry.create({ data: { moduleId, listingVersionId, ...stamped } })
  return { people, practices: [of.practice, second], shortlistId: shortlist.id, name: one!.name }
}

async function when_practices_are_named(
  page: Page,
  shortlistId: string,
  practices: { code: string | null; name: string }[],
) {
  const [first, second] = practices
  await page.goto(`/projects/new?shortlist=${shortlistId}`)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByLabel('Practices', { exact: true }).fill(`${first!.code}\nX00000`)
  await page.getByLabel('First day of the contract').fill(monthsOn(3))
  await page.getByLabel('Term in months').fill('36')
  await page.getByLabel('Planned go-live').fill(monthsOn(4))
  await page.getByLabel('Framework').selectOption('TIF001')
  await page.getByLabel('Direct award', { exact: true }).check()
  await page.getByRole('button', { name: 'Save what you need' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Line 2: X00000 is not an open practice of your area')
  await page.getByLabel('Practices', { exact: true }).fill(first!.code!)
  const csv = Buffer.from(`code,name\n${second!.code},${second!.name}\n`)
  await page.getByLabel('Or add a file').setInputFiles({ name: 'practices.csv', mimeType: 'text/csv', buffer: csv })
  await page.getByRole('button', { name: 'Save what you need' }).click()
  await expect(page.getByRole('status')).toContainText('What you need is saved')
  await expect(page.getByText('2 practices')).toBeVisible()
  await expect(page.getByText('15,871 patients')).toBeVisible()
}

type People = Record<'buyer' | 'first' | 'second', { userId: string }>

async function then_each_practice_answers(page: Page, project: string, order: string, people: People) {
  await signInAs(page, people.second.userId)
  await page.goto(project)
  await expect(page.getByText('You read it because it concerns your practice')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What to do next' }).getByRole('button')).toHaveCount(0)
  await page.goto(order)
  await page.getByLabel('Yes, our practice consents').check()
  await page.getByRole('button', { name: 'Give this answer' }).click()
  await expect(page.getByRole('status')).toContainText('Your practice is in the order')
  await signInAs(page, people.first.userId)
  await page.goto('/projects')
  await expect(page.locator(`a[href="${project}"]`)).toBeVisible()
  await signInAs(page, people.buyer.userId)
  await page.goto(project)
  await expect(page.getByRole('link', { name: /^Order C/ })).toBeVisible()
}

async function then_it_fits_a_small_screen(page: Page, reader: string, project: string) {
  await signInAs(page, reader)
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(project)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}
