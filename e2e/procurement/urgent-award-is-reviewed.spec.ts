import { now } from '@/lib/platform/clock'
import { decideProject } from '@/lib/procurement/projects/decide-project'
import { getProject } from '@/lib/procurement/projects/get-project'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { buyers, declareAll, frozenProject } from '@/prisma/factories/call-off'
import { person } from '@/prisma/factories/person'
import { openPath } from '../funding/situations'
import { expect, expectAccessible, signInAs, signOut, test } from '../support/journey'

/** A practice that awarded at once, and its payer's finance officer. */
async function anUrgentAward() {
  const of = await buyers(now())
  const id = await frozenProject(of, [await openPath()])
  await declareAll(id, of.at)
  const { version, entries } = (await getProject(of.manager, id))!
  const why = { reasonCode: 'urgent' as const, reason: 'The present system ends within the month.' }
  const input = { id, version, winnerId: entries[0]!.id, ...why, exclusions: {} }
  await value(decideProject(contextOf(of.manager, now()), input))
  return { of, finance: await person.with('finance-officer', of.commissioner.id) }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('D3: somebody who did not make an urgent award reviews it, and everybody reads how often it happens', async ({
      page,
    }) => {
      const { of, finance } = await anUrgentAward()
      await signInAs(page, finance.userId)
      await page.goto('/')
      await page.getByRole('link', { name: /urgent award to review/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Urgent awards' })).toBeVisible()
      await expect(page.getByText('1 award is to be reviewed.')).toBeVisible()
      await expect(page.getByText('The present system ends within the month.')).toBeVisible()
      await page.getByText('Review the award of OpenPath Record').click()
      await page.getByRole('button', { name: 'Record the review' }).click()
      await expect(page.getByText('Choose the outcome of the review').first()).toBeVisible()
      if (!(await page.getByLabel('It could have waited').isVisible()))
        await page.getByText('Review the award of OpenPath Record').click()
      await page.getByLabel('It could have waited').check()
      await page.getByLabel('What did you find?').fill('The end of the system was known for a year.')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Record the review' }).click()
      await expect(page.getByRole('status')).toContainText('The review is recorded.')
      await expect(page.getByText('Nothing is to be reviewed now.')).toBeVisible()
      await expect(page.getByText('It could have waited')).toBeVisible()
      await signInAs(page, of.manager.userId)
      expect((await page.goto('/funding/reviews'))?.status()).toBe(404)
      await signOut(page)
      await page.goto('/funding/decisions')
      const row = page.getByRole('row', { name: of.commissioner.name }).filter({ hasText: 'Too few to show' })
      await expect(row.first()).toBeVisible()
      expect(await (await page.request.get('/funding/decisions/urgent-awards.csv')).text()).toContain('too few to show')
    })
  })
