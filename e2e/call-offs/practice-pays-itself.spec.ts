import { now } from '@/lib/platform/clock'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { budgetLine } from '@/prisma/factories/funding'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, signInAs, test } from '../support/journey'
import { askForFunding, completeOrder, openStep, reviewOrder, saveStep } from './steps'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('T9: a practice pays its order from its own means; a second person of it decides', async ({ page }) => {
      test.setTimeout(240_000)
      const of = await buyers(now())
      const order = `/call-offs/${await callOffIn('draft', of, await module.conformant())}`
      const itself = page.getByRole('radio', { name: /^The practice itself/ })
      await signInAs(page, of.manager.userId)
      await openStep(page, order, 'Funding')
      await itself.check()
      await page.getByRole('button', { name: 'Save and go back' }).click()
      await expect(page.getByRole('alert').first()).toContainText('The practice has no LOCAL budget for')
      if (javaScriptEnabled) await expectAccessible(page)

      const year = now().getFullYear() - 1
      for (let i = 0; i < 6; i++) await budgetLine(of.practice.id, 5_000_000n, year + i, 'LOCAL')
      const partner = await person.with('funding-approver', of.practice.id, { limitPence: 9_000_000n })
      await completeOrder(page, order, false)
      await openStep(page, order, 'Funding')
      await expect(page.getByRole('main')).toContainText('£50,000.00')
      await itself.check()
      await saveStep(page)
      await reviewOrder(page, order, javaScriptEnabled)
      await askForFunding(page, order)
      await expect(page.getByRole('main')).toContainText('the decision on the money is open')

      await signInAs(page, of.approver.userId)
      expect((await page.goto(order))?.status(), 'the commissioner is no party of it').toBe(404)
      await signInAs(page, partner.userId)
      await page.goto('/funding')
      await page
        .getByRole('main')
        .getByRole('link', { name: /call-off C/ })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Approve' }).first().click()
      await expect(page.getByRole('status').first()).toContainText(/approved/i)
    })
  })
