import { expect, expectAccessible, type Page, signInAs } from '../support/journey'
import type { PublishedClaim } from './situations'

/** The supplier answers every epic, brings a small table as evidence and submits. */
export async function whenTheSupplierSubmits(page: Page, claim: PublishedClaim) {
  await signInAs(page, claim.signatory.userId)
  await page.goto('/supplier/assessments')
  await isAccessible(page, claim)
  await page.getByRole('link', { name: claim.name }).click()
  await page.getByRole('button', { name: 'Submit for assessment' }).click()
  await expect(page.getByText('Answer every epic that must be met').first()).toBeVisible()
  for (const radio of await page.getByRole('radio', { name: 'We meet it' }).all()) await radio.check()
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await expect(page.getByText('The answers are saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(page.getByText('Choose who may read it').first()).toBeVisible()
  await page.getByLabel('What it is').fill('Test report')
  await page.getByLabel('File').setInputFiles({
    name: 'report.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('check,result\nlogin,passed\n'),
  })
  await page.getByRole('radio', { name: 'Everybody' }).check()
  await page.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(page.getByText('The evidence is kept.')).toBeVisible()
  await isAccessible(page, claim)
  await page.getByRole('button', { name: 'Submit for assessment' }).click()
  await expect(page.getByText('The claim is under review.')).toBeVisible()
  await isAccessible(page, claim)
}

/** The assessor passes the pre-check and records one outcome for all that is not assessed yet. */
export async function whenTheAssessorFinds(page: Page, claim: PublishedClaim, outcome: 'Met' | 'Not met') {
  await signInAs(page, 'assessor@authority.example')
  await page.goto('/assurance/assessments')
  await isAccessible(page, claim)
  await page.getByRole('link', { name: claim.name }).click()
  await page.getByRole('button', { name: 'Pass the pre-check' }).click()
  await expect(page.getByText('The assessment has moved on.')).toBeVisible()
  await page.getByRole('button', { name: 'Pass the capability review' }).click()
  await expect(page.getByText('No signed finding yet of').first()).toBeVisible()
  await page.getByRole('checkbox', { name: /^All \d+ that are not assessed yet/ }).check()
  await page.getByRole('radio', { name: outcome, exact: true }).check()
  await page.getByRole('button', { name: 'Record the finding' }).click()
  await expect(page.getByText('Choose the evidence it rests on').first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Test report' }).check()
  await page.getByRole('button', { name: 'Record the finding' }).click()
  await expect(page.getByText('The finding waits for a reviewer.')).toBeVisible()
  await isAccessible(page, claim)
}

/** The reviewer signs everything, and hands it to the officers. */
export async function whenTheReviewerSigns(page: Page, claim: PublishedClaim) {
  await signInAs(page, 'reviewer@authority.example')
  await page.goto(`/assurance/assessments/${claim.id}`)
  await isAccessible(page, claim)
  await page.getByRole('button', { name: 'Sign the findings' }).click()
  await expect(page.getByText('The findings are signed.')).toBeVisible()
  await page.getByRole('button', { name: 'Pass the capability review' }).click()
  await page.getByRole('button', { name: 'Hand it to the officers' }).click()
  await expect(page.getByText('It waits for two officers.')).toBeVisible()
  await isAccessible(page, claim)
}

/** The desk's own form of a proposal; appeals and disputes that wait there have forms beside it. */
export const proposalForm = (page: Page) =>
  page.locator('form').filter({ has: page.getByRole('button', { name: 'Propose', exact: true }) })

/** One officer proposes, cannot second, and another does. */
export async function whenTwoOfficersDecide(page: Page, claim: Pick<PublishedClaim, 'name' | 'script'>, what: string) {
  await signInAs(page, 'officer1@authority.example')
  await page.goto('/assurance/decisions')
  await page.getByLabel('Module', { exact: true }).selectOption({ label: `${claim.name} 1.0.0` })
  await page.getByRole('radio', { name: what, exact: true }).check()
  await proposalForm(page).getByLabel('Reason').fill('The assessment is complete and its findings are signed')
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(page.getByText('Your proposal waits for a second officer.')).toBeVisible()
  const proposal = page.getByRole('region', { name: claim.name })
  await expect(proposal.getByText('You proposed this: another officer must second it.')).toBeVisible()
  await signInAs(page, 'officer2@authority.example')
  await page.goto('/assurance/decisions')
  await isAccessible(page, claim)
  await proposal.getByRole('button', { name: 'Second this decision' }).click()
  await expect(page.getByText('The decision is made and in force.')).toBeVisible()
}

/** Where the browser runs scripts: the checker is one itself. */
const isAccessible = async (page: Page, { script }: Pick<PublishedClaim, 'script'>) =>
  script ? expectAccessible(page) : undefined
