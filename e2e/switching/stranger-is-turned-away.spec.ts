import { expect, signInAs, signOut, test } from '../support/journey'
import { anOpenSwitch } from './situations'

test('somebody who is party to nothing sees no contract and no switch', async ({ page }) => {
  const { of, story } = await anOpenSwitch()
  await signInAs(page, of.stranger.userId)
  for (const path of [
    `/switches/${story.id}`,
    `/switches/${story.id}/timeline`,
    `/contracts/${story.gainingContractId}`,
  ])
    expect((await page.goto(path))?.status()).toBe(404)
  await page.goto('/switches')
  await expect(page.getByText('There is no switch yet.')).toBeVisible()
  await page.goto('/contracts')
  await expect(page.getByText('There is no contract yet.')).toBeVisible()
  await signOut(page)
  await page.goto(`/switches/${story.id}`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect((await page.request.get('/contracts/calendar.ics')).status()).toBe(404)
})
