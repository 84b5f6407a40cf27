import { test } from '../support/journey'
import { aPublishedClaim } from './situations'
import { whenTheReviewerSigns, whenTheSupplierSubmits, whenTwoOfficersDecide } from './steps'
import {
  thenItIsClosed,
  thenTheRegisterShowsThePlan,
  whenItIsFoundMet,
  whenOneRequirementIsNotMet,
  whenTheSupplierClaimsItIsDone,
  whenTheSupplierProposesAPlan,
  whenTwoOfficersAcceptThePlan,
} from './work-off-steps'

test.use({ javaScriptEnabled: false })

test('without script: what is not met gets a plan, is worked off, and is closed when it is met', async ({ page }) => {
  test.setTimeout(240_000)
  const claim = await aPublishedClaim('C3', false)
  await whenTheSupplierSubmits(page, claim)
  await whenOneRequirementIsNotMet(page, claim)
  await whenTheReviewerSigns(page, claim)
  await whenTheSupplierProposesAPlan(page, claim)
  await whenTwoOfficersAcceptThePlan(page, claim)
  await whenTwoOfficersDecide(page, claim, 'List it')
  await thenTheRegisterShowsThePlan(page, claim)
  await whenTheSupplierClaimsItIsDone(page, claim)
  await whenItIsFoundMet(page, claim)
  await thenItIsClosed(page, claim)
})
