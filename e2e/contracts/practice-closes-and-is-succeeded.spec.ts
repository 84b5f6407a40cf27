import { confirmGoLive } from '@/lib/contracts/confirm-go-live'
import { makeContract } from '@/lib/contracts/make-contract'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, addMonths, dayOf, dayWords } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { parties, signedCallOff } from '@/prisma/factories/contract'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs, expect, expectAccessible, signInAs, signOut, test } from '../support/journey'

test('C5: a practice closes; the one that succeeds it stands in its contract from the day', async ({ page }) => {
  const of = await parties()
  const successor = await organisation.practice({ partOfCode: of.payer.code, name: 'Newer Surgery' })
  const manager = await person.practiceManager(successor.id)
  const today = dayOf(now())
  const startsOn = `${addMonths(today, -2).slice(0, 7)}-01`
  const days = { startsOn, endsOn: addDays(addMonths(startsOn, 36), -1), signedAt: now() }
  const order = signedCallOff(of, {
    id: newId(),
    moduleId: `m-${newId()}`,
    number: `C9${Date.now()}`.slice(0, 7),
    ...days,
  })
  const { id } = await value(makeContract(contextOf(system, now()), order))
  const [site] = await db.contractSite.findMany({ where: { contractId: id } })
  for (const [actor, version] of [
    [of.manager, 1],
    [of.gainingSignatory, 2],
  ] as const)
    await value(confirmGoLive(contextOf(actor, now()), { siteId: site!.id, version, day: today }))

  await signInAs(page, manager.userId)
  expect((await page.goto(`/contracts/${id}`))!.status()).toBe(404)
  expect((await page.goto('/admin/successions'))!.status()).toBe(404)
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/successions')
  await expectAccessible(page)
  await page.getByLabel('ODS code of the practice that ends').fill(of.practice.code!)
  await page.getByLabel('ODS code of the practice that goes on').fill('NOWHERE')
  await page.getByLabel('First day of the practice that goes on').fill(today)
  await page.getByLabel('Where is it published?').fill('Notice of the national register')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await expect(page.getByRole('alert').first()).toContainText('NOWHERE is not a practice that we know')
  await page.getByLabel('ODS code of the practice that goes on').fill(successor.code!)
  await page.getByRole('button', { name: 'Enter it' }).click()
  await expect(page.getByRole('status')).toContainText('The succession is entered')
  // Many practices bear one name: the code tells which.
  await page.getByLabel('Words').fill(successor.code!)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText(/^1 (of \d+ )?successions?\b/)).toBeVisible()
  await expect(page.getByRole('row', { name: /Newer Surgery/ })).toContainText(dayWords(today))

  await expect(async () => {
    await drainJobs()
    expect(await db.contractSite.count({ where: { contractId: id, practiceId: successor.id } })).toBe(1)
  }).toPass({ timeout: 30_000 })
  const sites = await db.contractSite.findMany({ where: { contractId: id }, orderBy: { id: 'asc' } })
  expect(sites.map((s) => s.state).sort()).toEqual(['ceased', 'live'])
  await signInAs(page, manager.userId)
  await page.goto(`/contracts/${id}`)
  await expect(page.getByRole('main')).toContainText('Newer Surgery')
  await expectAccessible(page)
  await signOut(page)
})
