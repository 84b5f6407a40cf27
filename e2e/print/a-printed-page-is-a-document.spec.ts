import { examples } from '../access/examples'
import { expect, type Page, signInAs, test } from '../support/journey'
import { cutFromPaper, onPaper, printed } from '../support/printed-page'

/** What only leads on or acts: on no sheet. */
const onScreenOnly = ['Search the portal', 'Sign out', 'Skip to main content', 'Open data and sources', 'Verify a file']

/** Prints the page that is open: with its head and foot, with these words, without what only acts, and nothing cut. */
async function expectGoodOnPaper(page: Page, words: string[]): Promise<void> {
  const path = new URL(page.url()).pathname
  expect(await cutFromPaper(page), `cut from the paper of ${path}`).toEqual([])
  const { text, sheets } = await printed(page)
  expect(sheets, path).toBeGreaterThan(0)
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  const head = ['Choose and switch GP systems', path, 'Printed as the page stood on', 'Page 1 of']
  for (const must of [heading, ...head, ...words, 'Contains information from NHS England', 'This is a demonstration.'])
    expect(text, `${path} on paper`).toContain(onPaper(must))
  for (const no of onScreenOnly) expect(text, `${path} on paper`).not.toContain(onPaper(no))
}

async function firstLinkOf(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list, { waitUntil: 'networkidle' })
  const hrefs = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  return hrefs.find((href) => pattern.test(href))!
}

test('what anyone reads is a document on paper: a module, the market, a comparison', async ({ page }) => {
  await page.goto(await firstLinkOf(page, '/modules', /^\/modules\/[0-9a-f-]{36}$/))
  await expectGoodOnPaper(page, ['List prices', 'Standards that apply', 'Download this page'])
  await page.goto('/market')
  // Folded on the screen, open on paper; and where the figures come from.
  await expectGoodOnPaper(page, [
    'multiplies it by itself',
    'Appointments in General Practice',
    '(https://www.nationalarchives',
  ])
  const { ids } = await examples.comparison()
  await page.goto(`/compare?m=${ids.first}&m=${ids.second}`)
  await expectGoodOnPaper(page, ['Price a year by size of the list, as a table'])
})

test('what a manager has agreed is a document on paper: the register of contracts, a contract, an order', async ({
  page,
}) => {
  await signInAs(page, 'manager@riverside.example')
  const contract = await firstLinkOf(page, '/contracts', /^\/contracts\/[0-9a-f-]{36}$/)
  await expectGoodOnPaper(page, ['for Riverside Surgery', 'Last day to give notice'])
  await page.goto(contract)
  await expectGoodOnPaper(page, ['Days that matter', 'Where it is used'])
  const order = await examples.order()
  await signInAs(page, order.as)
  await page.goto(`/call-offs/${order.ids.id}`)
  await expectGoodOnPaper(page, ['Practices of this order', 'Signatures'])
})

test('what was decided and is owed is a document on paper: a pack, an invoice', async ({ page }) => {
  const decided = await examples['project with a decision']()
  await signInAs(page, decided.as)
  await page.goto(`/projects/${decided.ids.id}/pack`)
  await expectGoodOnPaper(page, ['SHA-256', `(/projects/${decided.ids.id}/pack.json)`])
  await signInAs(page, 'finance@northbank.example')
  await page.goto(await firstLinkOf(page, '/invoices', /^\/invoices\/[0-9a-f-]{36}$/))
  await expectGoodOnPaper(page, ['for North Bank CCG', 'VAT', 'History'])
})

test('what a switch rests on is a document on paper: a case, a migration report', async ({ page }) => {
  const atRisk = await examples.case()
  await signInAs(page, atRisk.as)
  await page.goto(`/cases/${atRisk.ids.id}`)
  await expectGoodOnPaper(page, ['Alternatives', 'History'])
  const { as, ids } = await examples.switch()
  await signInAs(page, as)
  await page.goto(`/switches/${ids.id}/reports/${ids.report}`)
  await expectGoodOnPaper(page, ['Run over'])
})
