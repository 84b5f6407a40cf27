import { approveFunding } from '@/lib/funding/approve-funding'
import { financialYearOf } from '@/lib/funding/funding-rules'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { budgetLine } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, signInAs, test } from '../support/journey'

test.describe('without JavaScript too', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })
      test('P7: finance sees the year that is over and carries what was not spent into the next', async ({ page }) => {
        const payer = await organisation.commissioner()
        const asker = await person.practiceManager((await organisation.practice()).id)
        const approver = await person.approver(payer.id, 100_000n)
        const finance = await person.with('finance-officer', payer.id)
        const year = financialYearOf(dayOf(now())) - 1
        const line = await budgetLine(payer.id, 50_000n, year)
        await budgetLine(payer.id, 40_000n, year + 1)
        const request = await value(
          transaction((tx) =>
            submitFundingRequest(tx, contextOf(asker, now()), {
              payerId: payer.id,
              requesterOrgId: asker.organisationId!,
              reference: { type: 'Test', id: newId() },
              title: 'A server that came late',
              reason: 'It was ordered last year',
              stream: 'GPIT',
              termsHash: 'h',
              sums: [{ year, pence: 12_300n }],
            }),
          ),
        )
        await value(approveFunding(contextOf(approver, now()), { id: request.id, version: 1, reason: '' }))
        await signInAs(page, finance.userId)
        await page.goto(`/funding/budgets/${line.id}`)
        await expect(page.getByRole('img', { name: /month by month.*committed £123.00/ })).toBeVisible()
        await page.getByText('The same in figures').click()
        await expect(page.getByRole('row', { name: /After the year/ })).toContainText('£123.00')
        if (javaScriptEnabled) await expectAccessible(page)
        await page.getByRole('button', { name: 'Carry £123.00 into the next year' }).click()
        await expect(page.getByRole('status')).toContainText('carried into this year’s line')
        await expect(page.getByRole('row', { name: /A server that came late/ })).toContainText('£123.00')
      })
    })
  }
})
