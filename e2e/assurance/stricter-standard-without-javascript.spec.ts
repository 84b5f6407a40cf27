import { now } from '@/lib/platform/clock'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { standardDraft } from '@/prisma/factories/standard-draft'
import { db, drainJobs, expect, test } from '../support/journey'
import { aListedModule } from './standard-situation'
import { thenTheObligationIsMet, whenItIsFoundMetAhead, whenTheSupplierAsks } from './uplift-steps'

test.use({ javaScriptEnabled: false })
test('a supplier proves a stricter version before it binds, without JavaScript', async ({ page }) => {
  test.setTimeout(120_000)
  const it = await aListedModule()
  const authority = (await organisation.authority()).id
  const author = await person.with('standards-author', authority)
  const officers = [await person.officer(authority), await person.officer(authority)] as const
  const whole = { text: 'It is shown by a witness, at every release', method: 'WITNESS' as const }
  const given = { standardId: it.standardId, whole, at: now() }
  await standardDraft.published({ author, officers: [...officers] }, given)
  await expect(async () => {
    await drainJobs()
    expect(await db.obligation.count({ where: { moduleVersionId: it.moduleVersionId } })).toBe(1)
  }).toPass({ timeout: 20_000 })
  await whenTheSupplierAsks(page, it, false)
  await whenItIsFoundMetAhead(page, it, false)
  await thenTheObligationIsMet(page, it)
  await page.goto(`/register/${it.moduleId}/1.0.0`)
  await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
})
