import { bringTo } from '@/prisma/factories/switch-in'
import { db, expect, expectAccessible, test } from '../support/journey'
import { anOpenSwitch, bring, openAs } from './situations'

test('a report that was changed after signing is refused, and nothing is stored', async ({ page }) => {
  const { of, story } = await anOpenSwitch()
  await bringTo(story, 'trial-loaded')
  const bytes = story.report('trial', { unexplained: { S1: 9 } })
  await openAs(page, of.manager, story.id)
  await bring(page, Buffer.from(bytes.toString().replace('"seed":7', '"seed":8')))
  await expect(page.getByRole('alert').first()).toContainText('changed after it was signed')
  await expectAccessible(page)
  await page.goto(`/switches/${story.id}`)
  await expect(page.getByText('No report has been brought yet.')).toBeVisible()
  expect(await db.verifiedReport.count({ where: { switchId: story.id } })).toBe(0)
  await bring(page, bytes)
  await expect(page.getByRole('heading', { name: /run of trial load 1 by Canal Side Surgery/ })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a genuine report is taken in before any script', async ({ page }) => {
    const { of, story } = await anOpenSwitch()
    await bringTo(story, 'trial-loaded')
    await openAs(page, of.manager, story.id)
    await bring(page, story.report('trial'))
    await expect(page.getByRole('status')).toContainText('The report is verified and taken in')
    await page.getByRole('button', { name: 'Start the data check' }).click()
    await expect(page.getByRole('status')).toContainText('The data check has started')
  })
})
