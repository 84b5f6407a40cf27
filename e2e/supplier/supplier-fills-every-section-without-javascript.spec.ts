import { sectionOf } from '@/lib/catalogue/drafts/listing-draft-journey'
import type { Listing } from '@/lib/catalogue/listing'
import { fullListing } from '@/prisma/factories/listing'
import { fillFields } from '../support/fill-fields'
import { db, expect, type Page, signInAs, test } from '../support/journey'
import { aListing } from './situations'

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

const told = fullListing({ name: 'Lindale Calls', capabilities: ['C5'], unitPrice: '20000' })
/** Sections in which a second row is asked for: row by row, each with "save and add more". */
const rows: Record<string, string[]> = {
  services: ['s0', 's1'],
  support: ['h0|c0|l0|service', 'h1|c1|l1', 'l2'],
  'road-map': ['map|r0', 'r1'],
  supplier: ['supplier|k0', 'k1'],
}

test('without JavaScript, at 320 px, an editor fills in every section and reads the page it makes', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const { id, editor } = await aListing('complete')
  await signInAs(page, editor.userId)
  for (const slug of [
    'features',
    'services',
    'integrations',
    'implementation',
    'application-types',
    'hosting',
    'data-processing',
    'support',
    'road-map',
    'supplier',
  ])
    await when_they_fill_in(page, id, slug)
  await then_the_text_says_all_of_it(id)
  await then_the_preview_is_the_page(page, id)
})

async function when_they_fill_in(page: Page, id: string, slug: string) {
  await page.goto(`/supplier/listings/${id}/${slug}`)
  const values = Object.entries(sectionOf(slug)!.values(told)).filter(([, value]) => value.length > 0)
  for (const block of rows[slug] ?? ['.*']) {
    const own = values.filter(([name]) => new RegExp(`^(${block})(-|$)`).test(name) || block === '.*')
    await fillFields(page, Object.fromEntries(own))
    await page.getByRole('button', { name: 'Save and add more' }).click()
    await expect(page.getByRole('status')).toContainText('Go on where you are')
  }
  expect(await page.locator('html').evaluate((html) => html.scrollWidth), slug).toBeLessThanOrEqual(320)
}

async function then_the_text_says_all_of_it(id: string) {
  const { content } = await db.listingDraft.findUniqueOrThrow({ where: { id }, select: { content: true } })
  const said = content as unknown as Listing
  for (const section of ['features', 'dataProcessing', 'serviceLevels', 'roadMap', 'supplier', 'hosting'] as const)
    expect(said[section], section).toEqual(told[section])
  expect(said.applications).toEqual(told.applications)
  expect(said.services.map((service) => service.kind)).toEqual(['migration', 'data-extraction'])
}

async function then_the_preview_is_the_page(page: Page, id: string) {
  await page.goto(`/supplier/listings/${id}`)
  await expect(page.getByText(/1[34] of 14 sections complete; every needed one is/)).toBeVisible()
  await page.getByRole('link', { name: 'Read the whole page as buyers will' }).click()
  await expect(page.getByRole('heading', { name: 'Important: Preview' })).toBeVisible()
  await expect(page.getByText('Robin Marlowe')).toBeVisible()
  await expect(page.getByText('Fennside Vaults Limited')).toHaveCount(1)
  await expect(page.getByText('Overdue')).toBeVisible()
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320)
}
