import { readPdf } from '@/lib/testing/read-pdf'
import { expect, type Page, signInAs, test } from '../support/journey'

test('a buyer downloads the list, a comparison and a shortlist; a stranger finds no shortlist', async ({ page }) => {
  const name = `Downloads ${Date.now()}`
  await then_the_list_is_a_file(page)
  await then_the_comparison_is_a_file(page)
  await then_the_module_is_a_file(page)
  await then_the_shortlist_is_a_file_for_its_organisation_alone(page, name)
})

async function then_the_list_is_a_file(page: Page) {
  await page.goto('/modules?kind=foundation&n=9800')
  const csv = await fileOf(page, 'CSV for a spreadsheet')
  expect(csv.startsWith('\ufeffModule,Supplier,Version,Conformance')).toBe(true)
  expect(csv).toMatch(/\r\nOpenPath Record,.*,12348\.00,/)
  const json = JSON.parse(await fileOf(page, 'JSON for programs'))
  expect([json.schemaVersion, json.query.kind, json.query.n]).toEqual([1, ['foundation'], 9_800])
  await expectPdf(page, 'Modules')
  expect(json.modules).toHaveLength(json.total)
  expect(Object.keys(json)).toEqual(Object.keys(json).toSorted())
}
async function then_the_comparison_is_a_file(page: Page) {
  await page.goto('/modules?kind=foundation&n=9800')
  for (const module of ['OpenPath Record', 'Tamar One'])
    await page.getByRole('checkbox', { name: `Compare ${module}` }).check()
  await page.getByRole('button', { name: 'Compare the chosen modules' }).click()
  await expect(page.getByRole('columnheader', { name: 'Tamar One' }).first()).toBeVisible()
  const csv = await fileOf(page, 'CSV for a spreadsheet')
  expect(csv).toMatch(/Price,"A year for 9,800 patients",.*"£12,348\.00"/)
  const json = JSON.parse(await fileOf(page, 'JSON for programs'))
  expect(json.modules.map((m: { name: string }) => m.name).toSorted()).toEqual(['OpenPath Record', 'Tamar One'])
  await expectPdf(page, 'Modules side by side')
  expect((await page.request.get('/compare/table.json?m=nothing')).status()).toBe(422)
}
async function then_the_module_is_a_file(page: Page) {
  await page.goto('/modules?q=OpenPath+Record')
  await page.getByRole('link', { name: 'OpenPath Record', exact: true }).click()
  expect(await fileOf(page, 'CSV for a spreadsheet')).toContain('\r\nPrices today,')
  const json = JSON.parse(await fileOf(page, 'JSON for programs'))
  expect([json.name, json.listing.schemaVersion, json.prices.announced]).toEqual(['OpenPath Record', 1, []])
  await expectPdf(page, 'OpenPath Record')
}
async function then_the_shortlist_is_a_file_for_its_organisation_alone(page: Page, name: string) {
  await signInAs(page, 'manager@riverside.example')
  await page.goto('/modules?q=Willowbank+Online+Consult')
  await page.getByRole('link', { name: 'Willowbank Online Consult', exact: true }).click()
  await page.getByRole('link', { name: 'Start a new shortlist with this module' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Start the shortlist' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  expect(await fileOf(page, 'CSV for a spreadsheet')).toContain('\r\nWillowbank Online Consult,')
  expect(JSON.parse(await fileOf(page, 'JSON for programs')).name).toBe(name)
  await expectPdf(page, name)
  const addresses = ['CSV for a spreadsheet', 'JSON for programs', 'PDF to read or print'].map((words) =>
    hrefOf(page, words),
  )
  const hrefs = await Promise.all(addresses)
  await signInAs(page, 'manager@hillside.example')
  for (const href of hrefs) expect((await page.request.get(href)).status()).toBe(404)
  await page.context().clearCookies()
  for (const href of hrefs) expect((await page.request.get(href)).status()).toBe(404)
}

const hrefOf = async (page: Page, words: string) =>
  (await page.getByRole('link', { name: words }).getAttribute('href'))!
async function expectPdf(page: Page, title: string) {
  const read = readPdf(await (await page.request.get(await hrefOf(page, 'PDF to read or print'))).body())
  expect([read.title, read.language, read.marked]).toEqual([title, 'en-GB', true])
}
async function fileOf(page: Page, words: string): Promise<string> {
  const answer = await page.request.get(await hrefOf(page, words))
  expect(answer.headers()['content-disposition']).toContain('attachment')
  return answer.text()
}
