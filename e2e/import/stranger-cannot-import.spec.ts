import { db, expect, signInAs, test } from '../support/journey'

test('a stranger is turned away from the imports', async ({ page }) => {
  await page.goto('/admin/imports')
  await expect(page).toHaveURL(/\/sign-in/)
  await signInAs(page, 'manager@riverside.example')
  const run = await db.importRun.findFirstOrThrow({ select: { id: true } })
  for (const address of [
    '/admin/imports',
    `/admin/imports/${run.id}`,
    `/admin/imports/${run.id}/report.csv`,
    `/admin/imports/${run.id}/progress`,
  ])
    expect((await page.request.get(address)).status(), address).toBe(404)
})
