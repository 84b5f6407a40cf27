import { organisation } from '@/prisma/factories/organisation'
import { expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

const commissioners = [
  'ccg_or_subicb_code,name,national_grouping,icb_code,open_date,close_date',
  'ZA1,INVENTED NORTH,Y99,ZZZ,20200401,',
  'ZA2,INVENTED SOUTH,Y99,ZZZ,20130401,20200331',
]
const roadmap = [
  'rm_id,title,standards_and_capabilities,status,publication_date,effective_date',
  'RM9001,An invented change,C5,Draft,TBC,TBC',
  ',An invented change without an id,C5,Draft,,',
]

test('a curator imports a public file and sees its progress, its report and its effect', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await when_they_upload(page, 'commissioners', 'invented-2026-01.csv', commissioners)
  await then_it_is_ready(page, '2 new, 0 changed, 0 unchanged, 0 absent')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Apply the whole file' }).click()
  await expect(page.getByText('Applied', { exact: true })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Imports' }).click()
  await expect(page.getByRole('row', { name: /invented-2026-01\.csv/ })).toContainText('Applied')
  await expectAccessible(page)
  await when_they_upload(page, 'commissioners', 'invented-2026-01.csv', commissioners)
  await then_it_is_ready(page, '0 new, 0 changed, 2 unchanged, 0 absent')
})

test('warnings must be acknowledged before a file is applied', async ({ page }) => {
  await signInAs(page, 'curator@authority.example')
  await when_they_upload(page, 'roadmap', 'invented-roadmap.csv', roadmap)
  await then_it_is_ready(page, '2 new')
  await expect(page.getByRole('row', { name: /the row has no id/ })).toContainText('warning')
  await page.getByRole('button', { name: 'Apply the whole file' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Confirm that you have read the warnings')
  await page.getByLabel('I have read the 1 warnings below').check()
  await page.getByRole('button', { name: 'Apply the whole file' }).click()
  await expect(page.getByText('Applied', { exact: true })).toBeVisible({ timeout: 20_000 })
})

test('which practice succeeds which comes from a file, and a second file changes nothing of it', async ({ page }) => {
  const [older, newer] = [await organisation.practice({ name: 'Older Surgery' }), await organisation.practice({})]
  const file = (by: string) => ['code,successor_code,succeeds_on', `${older.code},${by},20260401`]
  await signInAs(page, 'curator@authority.example')
  await when_they_upload(page, 'successions', 'successions.csv', file(newer.code!))
  await then_it_is_ready(page, '1 new, 0 changed, 0 unchanged, 0 absent')
  await page.getByRole('button', { name: 'Apply the whole file' }).click()
  await expect(page.getByText('Applied', { exact: true })).toBeVisible({ timeout: 20_000 })
  await page.goto(`/admin/successions?q=${older.code}`)
  const entered = page.getByRole('row', { name: new RegExp(older.code!) })
  await expect(entered).toContainText(newer.code!)
  await expect(entered).toContainText('1 April 2026')
  const other = await organisation.practice({})
  await when_they_upload(page, 'successions', 'other-successions.csv', file(other.code!))
  await expect(page.getByRole('row', { name: /already, and that stays/ })).toContainText(newer.code!, {
    timeout: 20_000,
  })
  await expect(page.getByRole('button', { name: 'Apply the whole file' })).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a file can be uploaded, looked at and abandoned', async ({ page }) => {
    await signInAs(page, 'curator@authority.example')
    await when_they_upload(page, 'commissioners', 'invented-2026-02.csv', [
      ...commissioners,
      'ZA3,INVENTED EAST,Y99,ZZZ,20200401,',
    ])
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('Ready to apply')).toBeVisible({ timeout: 500 })
    }).toPass()
    await page.getByText('Give this file up').click()
    await page.getByRole('button', { name: 'Abandon this file' }).click()
    await expect(page.getByText('Abandoned', { exact: true })).toBeVisible()
  })
})

async function when_they_upload(page: Page, kind: string, name: string, lines: string[]) {
  await page.goto('/admin/imports')
  await page.getByLabel('What the file holds').selectOption(kind)
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })
  await page.getByRole('button', { name: 'Upload and check' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}
async function then_it_is_ready(page: Page, plan: string) {
  await expect(page.getByText('Ready to apply')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(plan)).toBeVisible()
}
