import { readFile } from 'node:fs/promises'
import { bringTo } from '@/prisma/factories/switch-in'
import { drainJobs, expect, expectAccessible, signInAs, signOut, test } from '../support/journey'
import { anOpenSwitch, openAs } from './situations'

test('commissioner and suppliers see many switches at once; everybody reads the guides and the figures', async ({
  page,
}) => {
  const { of, story } = await anOpenSwitch()
  await story.people()
  await story.ordered()
  await signInAs(page, of.approver.userId)
  await page.goto('/switches/portfolio')
  await expect(page.getByRole('heading', { name: /^Ordered \(\d+\)$/ })).toBeVisible()
  await expect(page.getByText('Next: Say that the trial load is done. With: gaining supplier.').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Stage').selectOption('live')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/stage=live/)
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/switches/portfolio')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 720 })

  await signInAs(page, of.gainingSignatory.userId)
  await page.goto('/supplier/switches')
  await expect(page.getByRole('row', { name: /Say that the trial load is done Gaining supplier/ })).toBeVisible()
  await expectAccessible(page)

  await openAs(page, of.partner, story.id)
  await page.getByRole('link', { name: 'What do I do now?' }).click()
  await expect(page).toHaveURL(/guide\/clinical-lead#order$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Clinical lead')
  await expectAccessible(page)

  await signOut(page)
  await page.goto('/switches/guide/practice-manager')
  await expect(page.getByText('npm run reconcile -- init --out keys')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/switches/guide')
  await expectAccessible(page)
  await page.goto('/market/switches')
  await expect(page.getByText(/Switches on this portal up to/)).toBeVisible()
  await expectAccessible(page)
  const answer = await (await page.request.get('/api/v1/market/switches')).json()
  expect(answer).toMatchObject({ england: { switches: expect.any(Array) }, portal: { months: expect.any(Array) } })
})

test('the manager seals the evidence, the authority signs it, and it can be taken away', async ({ page }) => {
  test.setTimeout(180_000)
  const { of, story } = await anOpenSwitch()
  await bringTo(story, 'live')
  await story.deletionCertified()
  await openAs(page, of.manager, story.id)
  await page.getByRole('button', { name: 'Seal the evidence' }).click()
  await expect(page.getByRole('status')).toContainText('The evidence is sealed')
  await expectAccessible(page)
  await drainJobs()
  await page.reload()
  await expect(page.getByText(/Signed by the authority’s key evidence-[0-9a-f]{16}/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download the evidence of this switch/ }).click()
  const zip = await readFile(await (await download).path())
  expect(zip.subarray(0, 2).toString()).toBe('PK')
  expect(zip.includes('index.dsse.json')).toBe(true)
})
