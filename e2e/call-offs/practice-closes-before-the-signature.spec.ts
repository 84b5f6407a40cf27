import { recordSuccession } from '@/lib/identity/record-succession'
import { now } from '@/lib/platform/clock'
import { dayOf, dayWords } from '@/lib/platform/days'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { buyers } from '@/prisma/factories/call-off'
import { jointOrder, neighbour, signs } from '@/prisma/factories/joint-order'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, expect, expectAccessible, signInAs, test } from '../support/journey'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('S1, B7: a practice is succeeded while its order waits for signatures, and its successor is taken in one act', async ({
      page,
    }) => {
      const of = await buyers(now())
      const order = await jointOrder(of, 'module', 'signing')
      const { practice: gone } = order.other
      const { practice: successor, manager } = await neighbour(of, 'Newer Surgery')
      const curator = await person.curator((await organisation.authority()).id)
      await value(signs(of, order.signatory, order.id))
      const today = dayOf(now())
      const source = 'Notice of the national register'
      await value(
        recordSuccession(contextOf(curator, now()), {
          practice: gone.code!,
          successor: successor.code!,
          succeedsOn: today,
          source,
        }),
      )

      await signInAs(page, of.approver.userId)
      await page.goto(`/call-offs/${order.id}`)
      await expect(page.getByRole('main')).toContainText(`is succeeded by Newer Surgery (${successor.code})`)
      await expect(page.getByRole('button', { name: 'Take Newer Surgery instead' })).toHaveCount(0)
      await page.getByRole('button', { name: 'Sign these terms' }).click()
      await expect(page.getByRole('alert').first()).toContainText('change its practices')

      await signInAs(page, of.manager.userId)
      await page.goto(`/call-offs/${order.id}`)
      await expect(page.getByRole('main')).toContainText(`from ${dayWords(today)}`)
      await expect(page.getByRole('main')).toContainText('approval and signatures are void')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Take Newer Surgery instead' }).click()
      await expect(page.getByRole('main')).not.toContainText('is succeeded by')
      await expect(page.getByRole('row', { name: /Newer Surgery/ })).toBeVisible()
      expect(await db.callOff.findUnique({ where: { id: order.id } })).toMatchObject({
        state: 'draft',
        fundingRequestId: null,
      })

      await signInAs(page, manager.userId)
      await page.goto(`/call-offs/${order.id}`)
      await page.getByLabel('Yes, our practice consents').check()
      await page.getByRole('button', { name: 'Give this answer' }).click()
      await expect(page.getByRole('status')).toContainText('Your practice is in the order')
    })
  })
