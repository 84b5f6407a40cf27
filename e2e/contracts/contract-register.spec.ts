import { expect, signInAs, test } from '../support/journey'
import { aContractThatEndsIn } from './situations'

test.use({ javaScriptEnabled: false })

test('the register is searched and downloaded; a calendar address works until it is revoked', async ({ page }) => {
  const { of, endsOn } = await aContractThatEndsIn(400)
  await signInAs(page, of.requester.userId)
  await page.goto('/contracts')
  await page.getByLabel('Supplier').fill('nobody at all')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('main')).toContainText('No contract answers this')
  await page.getByLabel('Supplier').fill('merid')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('main')).toContainText('1 contract')
  const csv = await page.request.get('/contracts/register.csv?supplier=merid')
  expect(await csv.text()).toContain(endsOn)
  const json = (await (await page.request.get('/contracts/register.json?supplier=merid')).json()) as {
    contracts: object[]
  }
  expect(json.contracts).toHaveLength(1)
  await page.goto('/contracts/calendar')
  await page.getByRole('button', { name: 'Make an address' }).click()
  await expect(page.getByRole('main')).toContainText('The address is made')
  const address = (await page.getByRole('main').textContent())!.match(/\/contracts\/calendar\/[\w-]{43}/)![0]
  await page.context().clearCookies()
  const calendar = await page.request.get(address)
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await calendar.text()).toContain('Last day to give notice: Meridian Practice')
  expect((await page.request.get('/contracts/register.csv')).status()).toBe(404)
  await signInAs(page, of.requester.userId)
  await page.goto('/contracts/calendar')
  await page.getByText(/^Revoke the address made on/).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('The address is revoked')
  expect((await page.request.get(address)).status()).toBe(404)
})
