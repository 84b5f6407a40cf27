import { now } from '@/lib/platform/clock'
import { buyers, frozenProject } from '@/prisma/factories/call-off'
import { openPath } from '../funding/situations'
import { db, expect, signInAs, test } from '../support/journey'

/** Two modules of the story on one frozen shortlist, and the manager before the form that decides. */
async function aFrozenShortlist() {
  const of = await buyers(now())
  const first = await openPath()
  const [second] = await db.$queryRaw<{ moduleId: string; listingVersionId: string }[]>`
    select m.id as "moduleId", m."currentListingId" as "listingVersionId" from "Module" m
    where m.demo and m."currentListingId" is not null and m.id <> ${first.moduleId}::uuid limit 1`
  return { projectId: await frozenProject(of, [first, second!]), manager: of.manager.userId }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test('a refused form brings back text, choice and radio, and again after another try', async ({ page }) => {
      const { projectId, manager } = await aFrozenShortlist()
      await signInAs(page, manager)
      await page.goto(`/projects/${projectId}`)
      const radios = page.getByRole('radio')
      await expect(radios).toHaveCount(3)
      for (const chosen of [1, 0, 0, 1]) {
        await radios.nth(chosen).check()
        await page.getByLabel('Kind of reason').selectOption({ index: 1 + chosen })
        await page.getByLabel('Why this one?').fill(`Short ${chosen}`)
        await page.getByRole('button', { name: 'Record the decision' }).click()
        await expect(page.getByRole('alert').first()).toContainText('30 characters or more')
        await expect(page.getByLabel('Why this one?')).toHaveValue(`Short ${chosen}`)
        await expect(
          page
            .getByLabel('Kind of reason')
            .locator('option')
            .nth(1 + chosen),
        ).toHaveJSProperty('selected', true)
        await expect(radios.nth(chosen)).toBeChecked()
        await expect(radios.nth(1 - chosen)).not.toBeChecked()
      }
    })
  })
}

test('a refused upload keeps the kind and the day, and asks for the file again', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/imports')
  await page.getByLabel('What the file holds').selectOption({ index: 2 })
  const kind = await page.getByLabel('What the file holds').inputValue()
  await page.getByLabel('Day that the file speaks of').fill('2026-01-31')
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Choose a file')
  await expect(page.getByLabel('What the file holds')).toHaveValue(kind)
  await expect(page.getByLabel('Day that the file speaks of')).toHaveValue('2026-01-31')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') })
  await page.getByLabel('Day that the file speaks of').fill('')
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await expect(page).toHaveURL(/\/admin\/imports\/[0-9a-f-]{36}$/)
})
