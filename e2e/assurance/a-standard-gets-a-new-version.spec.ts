import { now } from '@/lib/platform/clock'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import {
  db,
  drainJobs,
  expect,
  expectAccessible,
  goByMenu,
  type Page,
  portalAddress,
  signInAs,
  test,
} from '../support/journey'
import { portalLater } from '../support/later'
import { aListedModule, type ListedModule } from './standard-situation'
import { aNightIsCompared, whenTheAuthorDrafts, whenTwoOfficersPublish } from './standard-steps'

test('an author drafts a stricter version, two officers publish it, the supplier is told, and it lapses when the transition is over', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const listed = await aListedModule()
  const yesterday = addDays(dayOf(now()), -1)
  await whenTheAuthorDrafts(page, listed, [listed.name])
  await whenTwoOfficersPublish(page, listed)
  await then_the_supplier_sees_the_obligation(page, listed)
  await then_everybody_sees_the_version_coming(page, listed)
  const later = await portalLater(32)
  try {
    await aNightIsCompared(listed.moduleVersionId)
    await drainJobs()
    await then_it_has_lapsed(page, later.address, listed)
    await then_the_past_says_what_it_said(page, later.address, listed, yesterday)
  } finally {
    await later.stop()
  }
})

async function then_the_supplier_sees_the_obligation(
  page: Page,
  { name, standardId, requirementId, signatory, moduleVersionId }: ListedModule,
) {
  await expect(async () => {
    await drainJobs()
    expect(await db.obligation.count({ where: { moduleVersionId } })).toBe(1)
  }).toPass({ timeout: 20_000 })
  await signInAs(page, signatory.userId)
  await page.goto('/supplier')
  await goByMenu(page, 'New standards')
  const card = page.getByRole('region', { name: new RegExp(`${name}.*${standardId}`) })
  await expect(card.getByText('Due ')).toContainText(dayWords(addDays(dayOf(now()), 31)))
  await expect(card.getByText('Must be assessed, because it is new or stricter')).toContainText(requirementId)
  await expectAccessible(page)
}

async function then_everybody_sees_the_version_coming(page: Page, { standardId, moduleId }: ListedModule) {
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  await page.goto('/standards')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: new RegExp(`\\(${standardId}\\)`) })
    .first()
    .click()
  await expect(page.getByRole('img', { name: /over time/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^1\.1\.0 Published/ })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/register/${moduleId}/1.0.0`)
  await expect(page.getByText(/^Conformant until/).first()).toBeVisible()
}

async function then_it_has_lapsed(
  page: Page,
  address: string,
  { moduleId, moduleVersionId, requirementId }: ListedModule,
) {
  await page.goto(`${address}/register/${moduleId}/1.0.0`)
  await expect(page.getByText('Not conformant (lapsed)').first()).toBeVisible()
  expect(await db.nonConformity.findMany({ where: { moduleVersionId } })).toMatchObject([
    { source: 'STANDARD_REFRESH', requirementId, closedOn: null },
  ])
  expect(await db.event.count({ where: { name: 'ConformanceChanged', aboutId: moduleVersionId } })).toBe(1)
}

async function then_the_past_says_what_it_said(page: Page, address: string, { moduleId }: ListedModule, day: string) {
  await page.goto(`${address}/register/${moduleId}/1.0.0?asOf=${day}`)
  await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
  const json = await page.request.get(`${portalAddress()}/register/${moduleId}/1.0.0.json?asOf=${day}`)
  const after = await page.request.get(`${address}/register/${moduleId}/1.0.0.json?asOf=${day}`)
  expect(await after.text()).toBe(await json.text())
}
