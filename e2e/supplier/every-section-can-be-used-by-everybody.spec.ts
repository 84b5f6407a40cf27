import { draftSections } from '@/lib/catalogue/drafts/listing-draft-journey'
import { fullListing } from '@/prisma/factories/listing'
import { db, expect, expectAccessible, signInAs, test } from '../support/journey'
import { aListing } from './situations'

test.use({ viewport: { width: 320, height: 640 } })

test('the form of every section, filled in, is accessible and stays within 320 pixels', async ({ page }) => {
  test.setTimeout(240_000)
  const { id, editor } = await aListing('draft')
  const content = fullListing({ name: 'Lindale Notes', capabilities: ['C5', 'C13'], unitPrice: '20000' })
  await db.listingDraft.update({ where: { id }, data: { content } })
  await signInAs(page, editor.userId)
  for (const { slug } of draftSections) {
    await page.goto(`/supplier/listings/${id}/${slug}`)
    await expect(page.getByRole('button', { name: 'Save this section' })).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), slug).toBeLessThanOrEqual(320)
  }
})
