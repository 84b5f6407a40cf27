import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { closeOffers } from '@/lib/procurement/competitions/close-due-offers'
import { contextOf } from '@/lib/testing/context'
import { afterDeadline, competitionOf, criteria, type Held, openedCompetition } from '@/prisma/factories/competition'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, type Page, signInAs, test } from '../support/journey'
import { aPractice, rivals } from './situations'

test.use({ javaScriptEnabled: false })

test('COM-4, COM-5, I7: without script a supplier offers and takes back, an evaluator scores, and forms sent by strangers do nothing', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const of = await aPractice()
  const modules = await rivals(100_000, 110_000)
  const held: Held = await openedCompetition(of, modules, criteria.mixed)
  const address = `/competitions/${held.id}`
  const offers = () => db.sealedOffer.count({ where: { competitionId: held.id } })

  await signInAs(page, modules[0]!.signatoryId)
  await page.goto(address)
  await page.getByLabel(/^Price in pounds/).fill('0.95')
  await page.getByRole('button', { name: 'Seal the offer' }).click()
  await expect(page.getByRole('status')).toContainText('Your offer is sealed')
  expect(await offers()).toBe(1)
  await when_the_session_changes_hands(page, address, 'Replace the offer', modules[1]!.signatoryId)
  await when_the_session_changes_hands(
    page,
    address,
    'Replace the offer',
    (await strangers())[0]!,
    modules[0]!.signatoryId,
  )
  expect(await offers()).toBe(1)
  await signInAs(page, modules[0]!.signatoryId)
  await page.goto(address)
  await page.locator('summary', { hasText: 'Take the offer back' }).click()
  await page.getByRole('button', { name: 'Take the offer back' }).click()
  await expect(page.getByRole('status')).toContainText('Your offer is taken back')
  expect(await offers()).toBe(2)

  const partner = await person.partner(of.practice.id, { name: 'Partner without script' })
  await signInAs(page, of.manager.userId)
  await page.goto(address)
  await page.locator('summary', { hasText: 'Ask somebody to score' }).click()
  await page.getByLabel('Somebody of your practice').selectOption(partner.userId)
  await page.getByRole('button', { name: 'Ask to score' }).click()
  await expect(page.getByRole('status')).toContainText('They are asked to score')
  await closeOffers(contextOf(system, afterDeadline(of)), held.id)
  expect((await competitionOf(held)).offersClosedAt).toEqual(afterDeadline(of))
  await signInAs(page, partner.userId)
  await page.goto(address)
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('Your interests, or that you have none').fill('None')
  await page.getByRole('button', { name: 'Declare your interests' }).click()
  const form = page.locator('details', { hasText: `Your scores of ${modules[0]!.name}` })
  await form.locator('summary').click()
  await form.getByLabel('Yes').check()
  await form.getByRole('button', { name: /Record your scores/ }).click()
  await expect(page.getByRole('alert').first()).toContainText('Give the reason')
  await form.getByLabel('Reason: It sends letters').fill('Shown to us')
  await form.getByRole('button', { name: /Record your scores/ }).click()
  await expect(page.getByRole('status')).toContainText('The scores are recorded')
  expect(await db.competitionScore.count({ where: { competitionId: held.id } })).toBe(1)

  for (const stranger of await strangers()) {
    await signInAs(page, stranger)
    for (const path of [address, `${address}/award`, `/projects/${held.projectId}/criteria`])
      expect((await page.request.get(path)).status(), path).toBe(404)
  }
  expect(now().getTime()).toBeLessThan(afterDeadline(of).getTime())
})

/** The page of one is sent with the session of another: the caller looks that nothing has happened. */
async function when_the_session_changes_hands(page: Page, address: string, button: string, to: string, from?: string) {
  if (from) {
    await signInAs(page, from)
    await page.goto(address)
  }
  await signInAs(page, to)
  const sent = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: button }).click()
  expect(new URL((await sent).url()).pathname).toBe(address)
}

const strangers = async (): Promise<string[]> => [
  (await person.practiceManager((await organisation.practice()).id)).userId,
  (await person.signatory((await organisation.supplier()).id)).userId,
  (await person.with('assessor', (await organisation.authority()).id)).userId,
]
