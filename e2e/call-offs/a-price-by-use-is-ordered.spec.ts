import { now } from '@/lib/platform/clock'
import { buyers, callOffIn, fundedBy } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { db, expect, expectAccessible, signInAs, test } from '../support/journey'
import { askForFunding, completeOrder, openStep, saveStep } from './steps'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('T7, G8: a practice orders a service by use, says what it expects, and reads what is charged and what is the ceiling', async ({
      page,
    }) => {
      test.setTimeout(240_000)
      const of = await buyers(now())
      const id = await callOffIn('draft', of, await module.published.withUse({ unitPrice: '10000' }))
      const order = `/call-offs/${id}`
      await signInAs(page, of.manager.userId)

      await openStep(page, order, 'Modules and services')
      await page.getByLabel(/^Calls through the gateway/).check()
      await saveStep(page)
      const step = page.getByRole('listitem').filter({ hasText: 'Modules and services' })
      await expect(step).toContainText('In progress')
      await expect(page.getByRole('main')).toContainText('nobody has said yet how much is expected')

      await openStep(page, order, 'Modules and services')
      await expect(page.getByRole('main')).toContainText('charged for recorded use alone')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Save and go back' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Enter a whole number from 1 to 100,000,000')
      await page.getByLabel('How many calls do you expect in a month, for each practice?').fill('1,234,560')
      await page.getByLabel('Agreed price').nth(1).fill('0.00035')
      await saveStep(page)
      await expect(step).toContainText('Completed')
      const main = page.getByRole('main')
      await expect(main).toContainText('1,234,560 calls expected in a month for each practice, £432.10')
      await expect(main).toContainText('Only recorded use is charged')
      await expect(main).toContainText('£18,516.90 excluding VAT')

      await completeOrder(page, order, javaScriptEnabled)
      await askForFunding(page, order)
      const { fundingRequestId } = await db.callOff.findUniqueOrThrow({ where: { id } })
      await fundedBy(of.approver, now(), fundingRequestId!)
      await page.goto(order)
      await page.getByRole('button', { name: 'Send for signature' }).click()
      await expect(page.getByRole('status').first()).toContainText('Both sides can sign now')
      await signInAs(page, of.approver.userId)
      await page.goto(order)
      await page.getByRole('button', { name: 'Sign these terms' }).click()
      await expect(page.getByRole('status').first()).toContainText('Your signature is recorded')
    })
  })
