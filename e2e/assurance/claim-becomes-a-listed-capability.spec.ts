import { drainJobs, expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { aPublishedClaim, type PublishedClaim } from './situations'
import { whenTheAssessorFinds, whenTheReviewerSigns, whenTheSupplierSubmits, whenTwoOfficersDecide } from './steps'

test('a published claim is submitted, found, signed and listed, and the catalogue shows it met', async ({ page }) => {
  test.setTimeout(180_000)
  const claim = await aPublishedClaim('C1')
  await given_nothing_is_known_of_it(page, claim)
  await whenTheSupplierSubmits(page, claim)
  await then_the_authority_is_told(page, claim)
  await whenTheAssessorFinds(page, claim, 'Met')
  await then_unsigned_it_proves_nothing(page, claim)
  await whenTheReviewerSigns(page, claim)
  await whenTwoOfficersDecide(page, claim, 'List it')
  await then_the_catalogue_shows_it_met(page, claim)
  await then_everybody_can_save_the_evidence(page, claim)
  await then_the_supplier_reads_that_it_is_listed(page, claim)
})

async function given_nothing_is_known_of_it(page: Page, claim: PublishedClaim) {
  await page.goto(`/register/${claim.moduleId}/1.0.0`)
  await expect(page.getByText('Not assessed').first()).toBeVisible()
}
async function then_the_authority_is_told(page: Page, claim: PublishedClaim) {
  await drainJobs()
  await signInAs(page, 'curator@authority.example')
  await page.goto('/admin/mail')
  await expect(page.getByText('A claim waits for assessment').first()).toBeVisible()
  await expect(page.getByText(claim.name).first()).toBeAttached()
}
async function then_unsigned_it_proves_nothing(page: Page, claim: PublishedClaim) {
  await page.goto(`/assurance/assessments/${claim.id}`)
  await expect(page.getByText('not assessed; a finding waits for a reviewer').first()).toBeVisible()
}
async function then_the_catalogue_shows_it_met(page: Page, claim: PublishedClaim) {
  await drainJobs()
  await signOut(page)
  await page.goto(`/register/${claim.moduleId}/1.0.0`)
  await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
  await page.goto(`/modules/${claim.moduleId}`)
  await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
}
async function then_everybody_can_save_the_evidence(page: Page, claim: PublishedClaim) {
  await signInAs(page, claim.signatory.userId)
  await page.goto(`/supplier/assessments/${claim.id}`)
  const href = await page.getByRole('link', { name: 'Test report' }).getAttribute('href')
  await signOut(page)
  const answer = await page.request.get(href!)
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/csv',
    'content-disposition': 'attachment; filename="test-report.csv"',
    'x-content-type-options': 'nosniff',
  })
  expect(await answer.text()).toBe('check,result\nlogin,passed\n')
}
async function then_the_supplier_reads_that_it_is_listed(page: Page, claim: PublishedClaim) {
  await signInAs(page, claim.signatory.userId)
  await page.goto(`/supplier/assessments/${claim.id}`)
  await expect(page.getByText('It is listed. Evidence can still be added')).toBeVisible()
}
