import { now } from '@/lib/platform/clock'
import { dayWords } from '@/lib/platform/days'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs, expect, expectAccessible, signInAs, test } from '../support/journey'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('T8, T10, T11, S1, B7: a supplier reads an order early and proposes; the practice answers field by field', async ({
      page,
    }) => {
      test.setTimeout(300_000)
      const accessible = async () => (javaScriptEnabled ? await expectAccessible(page) : undefined)
      const [of, made] = [await buyers(now()), await module.conformant()]
      const id = await callOffIn('funded', of, made)
      const editor = await person.editor(made.supplierId)
      const stranger = await person.editor((await organisation.supplier()).id)
      const [order, desk] = [`/call-offs/${id}`, `/supplier/orders/${id}`]
      const { number, endsOn } = (await findCallOff(db, id))!
      const main = page.getByRole('main')

      await signInAs(page, editor.userId)
      for (const path of [order, desk]) expect((await page.goto(path))?.status()).toBe(404)
      await signInAs(page, of.manager.userId)
      await page.goto(order)
      await page.getByRole('button', { name: 'Show the order to the supplier' }).click()
      await expect(page.getByRole('status').first()).toContainText('The supplier can read the order now')
      await accessible()
      await drainJobs()

      await signInAs(page, editor.userId)
      await page.goto('/notifications')
      await expect(main).toContainText(`You can read order ${number}`)
      await page.goto('/supplier/orders')
      await accessible()
      const row = page.getByRole('row', { name: new RegExp(number) })
      await expect(row).toContainText('The practice: it sends the order for signature')
      await row.getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Propose terms')
      await accessible()
      await page.getByLabel('Notice in days').fill('20')
      await page.getByRole('button', { name: 'Propose: data processing and exit' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Notice is at least 30 days')
      await page.getByLabel('Notice in days').fill('60')
      await page.getByLabel('Charge for the exit, in pounds').fill('250.00')
      await page.getByRole('button', { name: 'Propose: data processing and exit' }).click()
      await expect(page.getByRole('status').first()).toContainText('The practice has your proposals')
      await page.getByLabel('The same day for all').fill(endsOn)
      await page.getByRole('button', { name: 'Propose: delivery dates' }).click()
      await expect(main).toContainText('it answers 3 proposals')
      await accessible()
      await page
        .getByRole('form', { name: /^Withdraw Delivery/ })
        .getByRole('button')
        .click()
      await expect(page.getByRole('status').first()).toContainText('The proposal is withdrawn')
      await drainJobs()

      await signInAs(page, stranger.userId)
      for (const path of [order, desk]) expect((await page.goto(path))?.status()).toBe(404)
      await signInAs(page, of.manager.userId)
      await page.goto('/notifications')
      await expect(main).toContainText(`Order ${number}: the supplier proposes another term`)
      await page.goto(order)
      await expect(main).toContainText(dayWords(endsOn))
      const charge = page.getByRole('form', { name: 'Answer to Charge for the exit' })
      await charge.getByRole('radio', { name: 'Reject' }).check()
      await charge.getByRole('button').click()
      await expect(page.getByRole('alert').first()).toContainText('Say in 10 characters or more why you reject it')
      await charge.getByRole('radio', { name: 'Reject' }).check()
      await charge.getByLabel('Why do you reject it?').fill('The framework allows no charge')
      await charge.getByRole('button').click()
      await expect(page.getByRole('status').first()).toContainText('The proposal is rejected')
      await expect(main, 'nothing is void yet').toContainText('Funded')
      const notice = page.getByRole('form', { name: 'Answer to Notice' })
      await expect(notice).toContainText('Approval and signatures become void where this changes a term')
      await accessible()
      await notice.getByRole('radio', { name: /^Accept/ }).check()
      await notice.getByRole('button').click()
      await expect(page.getByRole('status').first()).toContainText('What the supplier proposed stands in the order')
      await expect(main).toContainText('60 days')
      await expect(main).toContainText(number.replace('-01', '-02'))
      await expect(main).toContainText('Draft')

      await signInAs(page, editor.userId)
      await page.goto(desk)
      await expect(main).toContainText('The practice: it completes the order')
      await expect(main).toContainText('The framework allows no charge')
    })
  })
