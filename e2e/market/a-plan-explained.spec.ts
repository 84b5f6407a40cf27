import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { aPlanIsAsked, whenItIsAnswered, whenItIsAsked } from './plan-situations'

const best = 'Keep Alder Record, add Dogwood Documents and Booking: £50,600.00 over three years, £1.69 a patient a year'
const aManager = async () => person.practiceManager((await organisation.practice()).id)

test('§7 of choosing: a manager reads a plan, asks what if, why not and for the frontier, and takes the plans away', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const manager = await aManager()
  const plan = await aPlanIsAsked(manager)
  await signInAs(page, manager.userId)
  await page.goto(plan)
  await whenItIsAnswered(page, best)
  await then_the_plan_is_explained(page)
  await then_it_fits_a_telephone(page)
  await when_the_start_is_later(page, plan)
  await when_the_budget_is_a_penny_short(page, plan)
  await when_asked_why_not(page, plan)
  await when_the_frontier_is_drawn(page, plan)
  await then_the_plans_are_files(page, plan)
})

async function then_the_plan_is_explained(page: Page) {
  const main = page.getByRole('main')
  await expect(main).toContainText('none covers your three needs for less')
  await expect(main).toContainText('does not cover Document Management')
  await expect(main).toContainText(/Choosing step by step/)
  const coverage = page.getByRole('table', { name: /Needs and wishes/ })
  await expect(coverage.getByRole('row', { name: /^Document Management/ })).toContainText('– Not met✓ Met✓ Met')
  await expect(page.getByRole('img', { name: /Cost of each plan over the term/ })).toBeVisible()
  await expect(page.getByRole('table', { name: /^Every plan in figures/ })).toContainText('£57,227.00')
  await expect(main).toContainText('as of 1 March 2026')
  await expectAccessible(page)
}

async function then_it_fits_a_telephone(page: Page) {
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  await page.setViewportSize(size)
}

/** RES-4: after the end of the contract nothing is owed, and the other system wins; keeping the old one then costs £1,473.00 more. */
async function when_the_start_is_later(page: Page, plan: string) {
  await page.goto(plan)
  await page.getByText('… we started on another day').click()
  await page.getByLabel('First day').fill('2026-10-01')
  await whenItIsAsked(page, 'Plan from this day')
  await whenItIsAnswered(page, 'Leave Alder Record, add Birch Record and Dogwood Documents and Booking: £49,127.00')
  await expect(page.getByRole('main')).toContainText(
    'It costs £1,473.00 less, with Birch Record, without Alder Record.',
  )
  await page.getByText('… we kept a module of today').click()
  await whenItIsAsked(page, 'Plan with it kept')
  await whenItIsAnswered(page, 'It costs £1,473.00 more, with Alder Record, without Birch Record.')
}

async function when_the_budget_is_a_penny_short(page: Page, plan: string) {
  await page.goto(plan)
  await page.getByText('… the budget were another').click()
  await page.getByLabel('Budget over the whole term, in pounds').fill('50,599.99')
  await whenItIsAsked(page, 'Plan with this budget')
  await whenItIsAnswered(page, 'Why no plan is possible')
  const clash = page.getByRole('table', { name: /What clashes/ })
  await expect(clash).toContainText('£50,599.99')
  await expect(clash.getByRole('row', { name: /Document Management/ })).toContainText('£37,800.00')
  await expectAccessible(page)
}

async function when_asked_why_not(page: Page, plan: string) {
  await page.goto(plan)
  await page.getByText('… we gave up a need').click()
  await page.getByLabel('Need to give up').selectOption({ label: 'Appointments Management - GP' })
  await whenItIsAsked(page, 'Plan without this need')
  await whenItIsAnswered(page, 'It costs the same, with the same modules.')
  await page.getByText('Why not this module?').click()
  await page.getByLabel('Module that is not in the plan').selectOption({ label: 'Birch Record' })
  await whenItIsAsked(page, 'Ask why not')
  await whenItIsAnswered(
    page,
    'With Birch Record the cheapest plan is Birch Record + Cedar Documents: £1,927.00 dearer.',
  )
}

async function when_the_frontier_is_drawn(page: Page, plan: string) {
  await page.goto(plan)
  await page.getByText('What would more of our wishes cost?').click()
  await whenItIsAsked(page, 'Draw the frontier')
  await whenItIsAnswered(page, 'What more of your wishes would cost')
  await expect(page.getByRole('main')).toContainText('shrinks by more than £4,827.00')
  const plot = page.getByRole('group', { name: /Cost of each plan against the worth/ })
  await expect(plot.getByRole('link')).toHaveCount(5)
  await plot.getByRole('link', { name: /£60,127.00, worth 6/ }).click()
  await expect(page).toHaveURL(/#plan-\d$/)
  const rows = page.getByRole('table', { name: 'The frontier in figures' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(rows.nth(4)).toContainText('£9,900.00')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
}

async function then_the_plans_are_files(page: Page, plan: string) {
  await page.goto(plan)
  const hrefOf = async (words: string) => (await page.getByRole('link', { name: words }).first().getAttribute('href'))!
  const [csv, json] = [await hrefOf('CSV for a spreadsheet'), await hrefOf('JSON for programs')]
  expect(await (await page.request.get(csv)).text()).toContain('Alder Record; Dogwood Documents and Booking,50600.00')
  const record = await (await page.request.get(json)).json()
  expect([record.schemaVersion, record.status, record.plans[0].costPence]).toEqual([1, 'optimal', '5060000'])
  await signInAs(page, (await aManager()).userId)
  for (const address of [plan, csv, json]) expect((await page.request.get(address)).status(), address).toBe(404)
}

test.describe('without JavaScript, at 320 px', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  test('the plan, its pictures and a what-if work all the same', async ({ page }) => {
    test.setTimeout(300_000)
    const manager = await aManager()
    await signInAs(page, manager.userId)
    await page.goto(await aPlanIsAsked(manager))
    await whenItIsAnswered(page, best)
    await expect(page.getByRole('img', { name: /Cost of each plan over the term/ })).toBeVisible()
    await page.getByText('… the term were another').click()
    await page.getByLabel('Term in months').fill('24')
    await whenItIsAsked(page, 'Plan over this term')
    await whenItIsAnswered(page, 'over two years')
  })
})
