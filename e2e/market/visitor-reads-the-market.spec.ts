import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, test } from '../support/journey'

test('a visitor reads shares, concentration and switches, an area, and takes the table home', async ({ page }) => {
  await page.goto('/market')
  await expect(page.getByRole('row', { name: /^EMIS 3,619 58\.8 %/ })).toBeVisible()
  await expect(page.getByText('5,149.1', { exact: true })).toBeVisible()
  await expect(page.getByText('Contains information from NHS England').first()).toBeVisible()
  await expect(page.getByText('231 switched')).toBeVisible()
  await expect(page.getByRole('img', { name: /Concentration in 106 areas/ })).toBeVisible()
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download these areas as a table (CSV)' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text.startsWith('\ufeffarea_code,')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(109)

  await page.getByRole('link', { name: 'NHS North East and North Cumbria ICB - 16C' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('16C')
  await expect(page.getByText('npm run import -- practices')).toBeVisible()
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  test('the areas can be chosen and ordered', async ({ page }) => {
    await page.goto('/market')
    await page.getByLabel('Count by').selectOption('patients')
    await page.getByLabel('Order by').selectOption('tpp')
    await page.getByLabel('Integrated care board').selectOption('QE1')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/weight=patients&sort=tpp&icb=QE1/)
    await expect(page.getByRole('table', { name: /areas, by registered patients/ })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

test('the public API answers with source and notice, and 304 to who holds it already', async ({ page }) => {
  const first = await page.request.get('/api/v1/market/shares')
  const body = await first.json()
  expect(body.source.notice).toContain('Open Government Licence')
  expect(body.england.practices).toMatchObject({ total: 6160, hhi: '5149.1' })
  const again = await page.request.get('/api/v1/market/shares', { headers: { 'if-none-match': first.headers().etag! } })
  expect(again.status()).toBe(304)
  const switches = await (await page.request.get('/api/v1/market/switches')).json()
  expect(switches.england.switches[0]).toEqual({ from: 'EMIS', to: 'TPP', practices: 219 })
})
