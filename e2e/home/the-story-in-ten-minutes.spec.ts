import { tourSteps } from '@/components/layout/tour-steps'
import { expect, expectAccessible, signInAs, test } from '../support/journey'

test('the tour is found from the first page, and whoever it names finds what it says', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto('/')
  await page.getByRole('link', { name: 'The story in ten minutes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The story in ten minutes')
  await expectAccessible(page)
  for (const { title, who, look } of tourSteps) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    if (who) await signInAs(page, who.email)
    for (const { href } of look)
      expect((await page.request.get(href, { maxRedirects: 0 })).status(), `${who?.email ?? 'anybody'}: ${href}`).toBe(
        200,
      )
  }
})
