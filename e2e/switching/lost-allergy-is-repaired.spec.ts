import type { Parties } from '@/prisma/factories/contract'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { RealChecker } from './real-checker'
import { anOpenSwitch, bring, openAs } from './situations'

test('a report with one lost allergy stops at the gate, the supplier repairs, the second run passes', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const checker = new RealChecker()
  const { of, story } = await anOpenSwitch()
  await (await story.people()).ordered()
  try {
    await openAs(page, of.manager, story.id)
    await page.getByText('Register a signing key').click()
    await page.getByLabel('Contents of signing.pub').fill(await checker.makeKeys())
    await page.getByRole('button', { name: 'Register the key' }).click()
    await expect(page.getByRole('status')).toContainText('The key is registered')

    await sign(page, of, story.id, await checker.load('first', 'L-allergy'))
    await openAs(page, of.gainingSignatory, story.id)
    await page.getByRole('button', { name: 'Say that the trial load is done' }).click()
    await expect(page.getByRole('status')).toContainText('The trial load is done')
    await openAs(page, of.manager, story.id)
    await bring(page, await checker.report('first', 1))
    await expect(page.getByRole('status')).toContainText('The report is verified and taken in')
    await page.getByRole('button', { name: 'Start the data check' }).click()
    const gate = page.getByRole('region', { name: /^What is needed/ }).first()
    await expect(gate).toContainText(/unexplained S1 differences \(.*C09.*\)/)

    await openAs(page, of.partner, story.id)
    await page.getByRole('link', { name: /^Report 1 in full/ }).click()
    await expect(page.getByText('The two sides differ, and no declared rule explains it.')).toBeVisible()
    await expect(page.getByRole('row', { name: /^C09 Allergies stay coded.*Fail between 1 and 4/ })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Records by kind' })).toBeVisible()
    await expect(page.getByText(/among them lost allergies/)).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.setViewportSize({ width: 1280, height: 720 })

    await openAs(page, of.gainingSignatory, story.id)
    await page.getByRole('button', { name: 'Begin a new trial load' }).click()
    await expect(page.getByRole('status')).toContainText('A new trial load has begun')
    await sign(page, of, story.id, await checker.load('second', 'none'))
    await openAs(page, of.manager, story.id)
    await bring(page, await checker.report('second', 0))
    await expect(page.getByRole('status')).toContainText('The report is verified and taken in')
    await page.getByRole('button', { name: 'Start the data check' }).click()
    await expect(page.getByRole('status')).toContainText('The data check has started')
    await expect(page.getByText(/unexplained S1 differences/)).toHaveCount(0)
    await page.getByRole('link', { name: /^Report 2 in full/ }).click()
    await expect(page.getByText('Both sides are equal. Nothing was lost, added or changed.')).toBeVisible()
    await expect(page.getByText(/the run before over other data: better in .*C09/)).toBeVisible()
    await expectAccessible(page)
  } finally {
    checker.remove()
  }
})

/** Both suppliers sign for what they handed over. */
async function sign(page: Page, of: Parties, id: string, hashes: { source: string; target: string }): Promise<void> {
  for (const [person, sha256] of [
    [of.losingSignatory, hashes.source],
    [of.gainingSignatory, hashes.target],
  ] as const) {
    await openAs(page, person, id)
    await page.getByLabel(/^Which/).selectOption('trial')
    await page.getByLabel(/SHA-256 of the manifest/).fill(sha256)
    await page.getByRole('button', { name: 'Sign the manifest' }).click()
    await expect(page.getByRole('status')).toContainText('The manifest is signed')
  }
}
