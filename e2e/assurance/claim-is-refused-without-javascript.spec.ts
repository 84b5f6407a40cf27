import { drainJobs, expect, type Page, signInAs, test } from '../support/journey'
import { aPublishedClaim, type PublishedClaim } from './situations'
import {
  proposalForm,
  whenTheAssessorFinds,
  whenTheReviewerSigns,
  whenTheSupplierSubmits,
  whenTwoOfficersDecide,
} from './steps'

test.use({ javaScriptEnabled: false })

test('without script: a claim that is not met is refused and goes back to its supplier', async ({ page }) => {
  test.setTimeout(180_000)
  const claim = await aPublishedClaim('C4', false)
  await whenTheSupplierSubmits(page, claim)
  await whenTheAssessorFinds(page, claim, 'Not met')
  await whenTheReviewerSigns(page, claim)
  await then_it_cannot_be_listed(page, claim)
  await whenTwoOfficersDecide(page, claim, 'Refuse to list it')
  await then_the_supplier_has_it_again(page, claim)
  await then_the_register_does_not_list_it(page, claim)
})

async function then_it_cannot_be_listed(page: Page, claim: PublishedClaim) {
  await signInAs(page, 'officer1@authority.example')
  await page.goto('/assurance/decisions')
  await page.getByLabel('Module', { exact: true }).selectOption({ label: `${claim.name} 1.0.0` })
  await page.getByRole('radio', { name: 'List it', exact: true }).check()
  await proposalForm(page).getByLabel('Reason').fill('The assessment is complete and its findings are signed')
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await expect(page.getByText('of what must be kept is unknown, lapsed or breached').first()).toBeVisible()
}
async function then_the_supplier_has_it_again(page: Page, claim: PublishedClaim) {
  await drainJobs()
  await signInAs(page, claim.editor.userId)
  await page.goto(`/supplier/assessments/${claim.id}`)
  await expect(page.getByText('The authority has sent it back: The assessment is complete')).toBeVisible()
  await expect(page.getByText('Only a signatory of the supplier can do this.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add the evidence' })).toBeVisible()
}
async function then_the_register_does_not_list_it(page: Page, claim: PublishedClaim) {
  await page.goto(`/register/${claim.moduleId}/1.0.0`)
  await expect(page.getByText('Not assessed').first()).toBeVisible()
}
