import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { type TestedModule, testedModule } from './tested-module'

const grounds = 'The standard leaves this field open: see its page four'
const reason = 'The check reads a field that the standard leaves open'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`a supplier disputes a check that it failed, two officers uphold it, the check counts for nobody ${javaScriptEnabled ? '' : 'in plain HTML'}`, async ({
      page,
    }) => {
      const failed = await testedModule('FAIL')
      await when_the_supplier_disputes_the_check(page, failed, javaScriptEnabled)
      await when_two_officers_uphold_it(page, failed)
      await then_everybody_reads_that_it_counts_for_nobody(page, failed, javaScriptEnabled)
    })
  })

async function when_the_supplier_disputes_the_check(
  page: Page,
  { editor, name, suite }: TestedModule,
  script: boolean,
) {
  await signInAs(page, editor.userId)
  await page.goto('/supplier/decisions')
  if (script) await expectAccessible(page)
  const failure = page.getByRole('region', { name: `${name} 1.0.0: ${name}/M, check CAP-01 of suite ${suite} failed` })
  await failure.getByText('Dispute this check', { exact: true }).first().click()
  await failure.getByLabel('Why it is wrong').fill(grounds)
  await failure.getByRole('button', { name: 'Dispute this check' }).click()
  await expect(page.getByText('Your dispute is raised.')).toBeVisible()
  await expect(failure).toHaveCount(0)
}

async function when_two_officers_uphold_it(page: Page, { name }: TestedModule) {
  const authority = (await organisation.authority()).id
  const [first, second] = [await person.officer(authority), await person.officer(authority)]
  await signInAs(page, first.userId)
  await page.goto('/assurance/decisions')
  const contest = page.getByRole('region', { name: `Dispute about ${name}` })
  await contest.getByText('Propose how it is decided').click()
  await contest.getByRole('radio', { name: 'Uphold it' }).check()
  await contest.getByLabel('Reason').fill(reason)
  await contest.getByRole('button', { name: 'Propose this' }).click()
  await expect(page.getByRole('region', { name: `Uphold the dispute about ${name}` })).toBeVisible()
  await signInAs(page, second.userId)
  await page.goto('/assurance/decisions')
  const proposal = page.getByRole('region', { name: `Uphold the dispute about ${name}` })
  await proposal.getByRole('button', { name: 'Second this decision' }).click()
  await expect(proposal).toHaveCount(0)
}

async function then_everybody_reads_that_it_counts_for_nobody(
  page: Page,
  { address, suite }: TestedModule,
  script: boolean,
) {
  await drainJobs()
  await page.context().clearCookies()
  await page.goto(address)
  await expect(
    page.getByText(/Two officers say that this check is wrong: it counts for nothing until/).first(),
  ).toBeVisible()
  await page.goto('/conformance')
  await expect(page.getByRole('row', { name: new RegExp(`^CAP-01 ${suite} .*${reason}`) }).first()).toBeVisible()
  if (script) await expectAccessible(page)
}
