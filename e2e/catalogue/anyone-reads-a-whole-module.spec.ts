import { moduleSections } from '@/components/catalogue/module-sections'
import { publishListing } from '@/lib/catalogue/publish-listing'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { module } from '@/prisma/factories/module'
import { db, expect, expectAccessible, type Page, test } from '../support/journey'

let whole: { moduleId: string; moduleVersionId: string; listingVersionId: string }

test('anyone reads a whole page, a minimal one, and an earlier text as it was published', async ({ page }) => {
  test.setTimeout(120_000)
  await given_a_whole_module_that_was_published_twice()
  await then_every_section_says_something(page)
  await when_they_open_the_earlier_text(page)
  await then_it_says_it_is_not_the_current_one(page)
  await then_a_minimal_page_says_not_stated(page)
})

async function given_a_whole_module_that_was_published_twice() {
  whole = await module.published.full({ name: 'Entire Diary' })
  const { content } = await db.listingVersion.findUniqueOrThrow({ where: { id: whole.listingVersionId } })
  const answer = await publishListing(contextOf(system, now()), {
    listingId: newId(),
    moduleVersionId: whole.moduleVersionId,
    content: { ...(content as object), summary: 'The newer summary' },
  })
  expect(answer.ok).toBe(true)
}

async function then_every_section_says_something(page: Page) {
  await page.goto(`/modules/${whole.moduleId}`)
  const contents = page.getByRole('navigation', { name: 'On this page' })
  for (const { id, title } of moduleSections) {
    await expect(contents.getByRole('link', { name: title, exact: true })).toHaveAttribute('href', `#${id}`)
    await expect(page.locator(`h2#${id}`)).toHaveText(title)
  }
  const shown = page.getByRole('main')
  for (const words of [
    'Not yet live with patients',
    'The newer summary',
    '0 of 11 MUST claimed, 0 assessed',
    'Data extraction and return',
    'Google Chrome, Microsoft Edge',
    'Robin Marlowe, dpo@supplier.example',
    'Monday to Friday',
    'Not measured',
    'Overdue',
    'Idris Vaughan',
    'As published on',
  ])
    await expect(shown).toContainText(words)
  await expectAccessible(page)
}

async function when_they_open_the_earlier_text(page: Page) {
  await page.getByRole('link', { name: /^Version 1\.0\.0, published on/ }).click()
}

async function then_it_says_it_is_not_the_current_one(page: Page) {
  await expect(page.getByText('This is not the current text.')).toBeVisible()
  const { sha256 } = await db.listingVersion.findUniqueOrThrow({ where: { id: whole.listingVersionId } })
  await expect(page.getByText(sha256)).toBeVisible()
  await expect(page.getByText('Entire Diary in short', { exact: true })).toBeVisible()
  await expectAccessible(page)
  const other = await module.published.minimal({ name: 'Least Diary' })
  const strange = await page.goto(`/modules/${other.moduleId}/versions/${whole.listingVersionId}`)
  expect(strange?.status()).toBe(404)
}

async function then_a_minimal_page_says_not_stated(page: Page) {
  const { moduleId } = await module.published.minimal({ name: 'Minimal Diary' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/modules/${moduleId}`)
  for (const id of [
    'features',
    'services',
    'integrations',
    'application-types',
    'hosting',
    'data-processing',
    'road-map',
  ])
    await expect(page.locator(`section[aria-labelledby="${id}"]`), id).toContainText('Not stated')
  await expect(page.getByRole('strong').filter({ hasText: /^(Met|Conformant)$/ })).toHaveCount(0)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}
