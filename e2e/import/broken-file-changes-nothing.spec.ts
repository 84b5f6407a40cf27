import { db, expect, expectAccessible, signInAs, test } from '../support/journey'

const rows = Array.from({ length: 20 }, (_, i) => `RM${8000 + i},Invented change ${i},C5,Draft,,`)
const header = 'rm_id,title,standards_and_capabilities,status,publication_date,effective_date'

test('importing a broken file changes nothing, and says where it is broken', async ({ page }) => {
  const before = await db.roadmapItem.count({ where: { id: { startsWith: 'RM80' } } })
  const broken = [header, ...rows].map((line) => line.replace('RM8015,', 'X8015,'))
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/imports')
  await page.getByLabel('What the file holds').selectOption('roadmap')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from(`${broken.join('\n')}\n`) })
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await expect(page.getByText('Rejected', { exact: true })).toBeVisible({ timeout: 20_000 })
  const row = page.getByRole('row', { name: /X8015/ })
  await expect(row).toContainText('17')
  await expect(row).toContainText('rm_id')
  await expect(row).toContainText('format')
  await expect(page.getByRole('button', { name: 'Apply the whole file' })).toHaveCount(0)
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the whole report (CSV)' }).click()
  expect((await download).suggestedFilename()).toMatch(/^import-report-.*\.csv$/)
  expect(await db.roadmapItem.count({ where: { id: { startsWith: 'RM80' } } })).toBe(before)
})
