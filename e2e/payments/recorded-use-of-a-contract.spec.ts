import { rateUsageWhenAccepted } from '@/lib/payments/usage/rate-usage-when-accepted'
import { receiveUsage } from '@/lib/payments/usage/receive-usage'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { contextOf } from '@/lib/testing/context'
import { gateway, type Recorded } from '@/lib/testing/usage-batches'
import { db, expect, expectAccessible, signInAs, test } from '../support/journey'
import { aStatement } from './situations'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('supplier, payer and practice read the recorded use of their contract; a stranger finds nothing', async ({
      page,
    }) => {
      test.setTimeout(240_000)
      const { of, month } = await aStatement()
      await recordUse(of.contractId, month)
      const first = [of.manager, of.editor, of.finance]
      for (const { userId } of javaScriptEnabled ? first : first.slice(0, 1)) {
        await signInAs(page, userId)
        await page.goto(`/contracts/${of.contractId}`)
        await page.getByRole('link', { name: 'Recorded use of this contract' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText('Recorded use')
        const meters = page.getByRole('table', { name: 'The month by meter' })
        await expect(meters.getByRole('row').nth(1)).toContainText('1,205')
        await expect(page.getByRole('main')).toContainText('They are shown and never priced')
        await expect(page.getByRole('table', { name: 'Each day' }).getByRole('row')).toHaveCount(4)
        await expect(page.getByRole('img', { name: /^Calls a day/ })).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(page)
      }
      await page.getByLabel('Practice').selectOption(of.practice.id)
      await page.getByRole('button', { name: 'Show' }).click()
      await expect(page).toHaveURL(/practice=/)
      const csv = await page.getByRole('link', { name: 'Download this month as CSV' }).getAttribute('href')
      expect(await (await page.request.get(csv!)).text()).toContain('never: not in use there that day')

      await signInAs(page, 'manager@hillside.example')
      expect((await page.goto(`/contracts/${of.contractId}/usage`))?.status()).toBe(404)
      expect((await page.request.get(csv!)).status()).toBe(404)
    })
  })

/** Use of the first month: two days on which the system was in use, and one before. */
async function recordUse(contractId: string, month: string): Promise<void> {
  const { moduleId, practiceId } = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { moduleId: true, practiceId: true },
  })
  const { code } = await db.organisation.findUniqueOrThrow({ where: { id: practiceId }, select: { code: true } })
  const one = await gateway(`gate-${contractId.slice(-8)}`)
  const used = (id: string, day: string, quantity: number): Recorded => ({
    ...{ id, module: moduleId!, practice: code!, day, meter: 'message', quantity },
  })
  await db.contractSite.updateMany({ where: { contractId }, data: { ceasedOn: new Date(`${month.slice(0, 8)}20`) } })
  const days = [used('a', `${month.slice(0, 8)}01`, 1_200), used('b', `${month.slice(0, 8)}02`, 5)]
  const late = used('c', `${month.slice(0, 8)}25`, 7)
  const ctx = contextOf(system, now())
  const answer = await receiveUsage(ctx, one.batch(1, [...days, late], { from: month, to: late.day }))
  expect(answer).toEqual({ status: 200, words: 'accepted' })
  const { id } = await db.usageBatch.findFirstOrThrow({ where: { issuerId: one.issuerId }, select: { id: true } })
  await rateUsageWhenAccepted(ctx, { about: { type: 'UsageBatch', id } } as never)
}
