import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs } from '../support/journey'
import type { PublishedClaim } from './situations'

/** The requirement without a serious hazard that these journeys find not met. */
export const troubled = 'S28/WHOLE'
const inDays = (n: number) => addDays(dayOf(now()), n)

/** The assessor finds one requirement not met and all the rest met. */
export async function whenOneRequirementIsNotMet(page: Page, claim: PublishedClaim) {
  await signInAs(page, 'assessor@authority.example')
  await page.goto(`/assurance/assessments/${claim.id}`)
  await page.getByRole('button', { name: 'Pass the pre-check' }).click()
  await expect(page.getByText('The assessment has moved on.')).toBeVisible()
  await find(
    page,
    page.getByRole('checkbox', { name: new RegExp(`^${troubled}`) }),
    'Not met',
    'Half of the lessons are missing',
  )
  await find(page, page.getByRole('checkbox', { name: /^All \d+ that are not assessed yet/ }), 'Met')
}

async function find(page: Page, what: ReturnType<Page['getByRole']>, outcome: string, reason = '') {
  await what.check()
  await page.getByRole('radio', { name: outcome, exact: true }).check()
  if (reason) await page.getByLabel('Reason').fill(reason)
  await page.getByRole('checkbox', { name: 'Test report' }).check()
  await page.getByRole('button', { name: 'Record the finding' }).click()
  await expect(page.getByText('The finding waits for a reviewer.')).toBeVisible()
  // What waits for a reviewer is not offered again.
  await expect(what).toHaveCount(0)
}

/** The supplier sees the non-conformity, states something and proposes a work-off plan. */
export async function whenTheSupplierProposesAPlan(page: Page, claim: PublishedClaim) {
  await signInAs(page, claim.editor.userId)
  await page.goto('/supplier/non-conformities')
  await isAccessible(page, claim)
  await page.getByRole('link', { name: troubled }).click()
  await expect(page.getByText('Half of the lessons are missing').first()).toBeVisible()
  await page.getByLabel('Your statement').fill('The missing lessons are being written')
  await page.getByRole('button', { name: 'Publish the statement' }).click()
  await expect(page.getByText('Your statement is published.')).toBeVisible()
  await page.getByRole('button', { name: 'Propose the plan' }).click()
  await expect(page.getByText('Choose what kind of plan it is').first()).toBeVisible()
  await page.getByRole('radio', { name: 'Work-off plan' }).check()
  await page.getByLabel('How you will mend it').fill('New lessons for every screen, read by two practices')
  await page.getByLabel('What is done by milestone 1', { exact: true }).fill('Lessons written')
  await page.getByLabel('Day of milestone 1', { exact: true }).fill(inDays(400))
  await page.getByRole('button', { name: 'Propose the plan' }).click()
  await expect(page.getByText('A plan ends 365 days after the determination').first()).toBeVisible()
  await page.getByRole('radio', { name: 'Work-off plan' }).check()
  await page.getByLabel('How you will mend it').fill('New lessons for every screen, read by two practices')
  await page.getByLabel('What is done by milestone 1', { exact: true }).fill('Lessons written')
  await page.getByLabel('Day of milestone 1', { exact: true }).fill(inDays(90))
  await page.getByRole('button', { name: 'Propose the plan' }).click()
  await expect(page.getByText('Your plan waits for two officers of the authority.').first()).toBeVisible()
  await isAccessible(page, claim)
}

/** One officer proposes to accept the plan on the page of the non-conformity, the other seconds it on the desk. */
export async function whenTwoOfficersAcceptThePlan(
  page: Page,
  claim: Pick<PublishedClaim, 'name' | 'moduleVersionId' | 'script'>,
  summary = 'New lessons for every screen',
) {
  const nc = await db.nonConformity.findFirstOrThrow({ where: { moduleVersionId: claim.moduleVersionId } })
  await signInAs(page, 'officer1@authority.example')
  await page.goto('/assurance/non-conformities')
  await expect(page.getByText(claim.name).first()).toBeVisible()
  await isAccessible(page, claim)
  await page.goto(`/assurance/non-conformities/${nc.id}`)
  await isAccessible(page, claim)
  const accept = page.getByRole('form', { name: 'Propose to accept the plan' })
  await accept.getByLabel('Reason').fill('The milestones mend what was found')
  await accept.getByRole('button').click()
  await expect(page.getByText('Your proposal waits for a second officer.')).toBeVisible()
  await signInAs(page, 'officer2@authority.example')
  await page.goto('/assurance/decisions')
  const proposal = page.getByRole('region', { name: `Accept a plan of ${claim.name}` })
  await expect(proposal.getByText(summary)).toBeVisible()
  await proposal.getByRole('button', { name: 'Second this decision' }).click()
  await expect(page.getByText('The decision is made and in force.')).toBeVisible()
}

/** The register says until when it is worked off, and what the supplier states. */
export async function thenTheRegisterShowsThePlan(page: Page, claim: PublishedClaim) {
  await drainJobs()
  await page.goto(`/register/${claim.moduleId}/1.0.0`)
  await expect(page.getByText(/^Conformant with work-off \(1, next due/).first()).toBeVisible()
  await expect(page.getByText('The missing lessons are being written')).toBeVisible()
  await expect(page.getByText('Lessons written').first()).toBeVisible()
  await isAccessible(page, claim)
}

/** The supplier starts, ticks and claims that it is done. */
export async function whenTheSupplierClaimsItIsDone(page: Page, claim: PublishedClaim) {
  await signInAs(page, claim.editor.userId)
  await page.goto('/supplier/non-conformities')
  await page.getByRole('link', { name: troubled }).click()
  await page.getByRole('button', { name: 'Say that you have started' }).click()
  await expect(page.getByText('The plan has started.')).toBeVisible()
  await page.getByRole('radio', { name: /^Lessons written/ }).check()
  await page.getByRole('button', { name: 'Tick the milestone' }).click()
  await expect(page.getByText('The milestone is ticked.')).toBeVisible()
  await page.getByRole('button', { name: 'Claim that all of it is done' }).click()
  await expect(page.getByText('The authority looks at what you have done.')).toBeVisible()
}

/** The assessor finds it met now, the reviewer signs, and the non-conformity is closed. */
export async function whenItIsFoundMet(page: Page, claim: PublishedClaim) {
  const nc = await db.nonConformity.findFirstOrThrow({ where: { moduleVersionId: claim.moduleVersionId } })
  await signInAs(page, 'assessor@authority.example')
  await page.goto(`/assurance/non-conformities/${nc.id}`)
  await page.getByRole('link', { name: 'record what you find' }).click()
  await find(page, page.getByRole('checkbox', { name: new RegExp(`^${troubled}`) }), 'Met')
  await signInAs(page, 'reviewer@authority.example')
  await page.goto(`/assurance/assessments/${claim.id}`)
  await page.getByRole('button', { name: 'Sign the findings' }).click()
  await expect(page.getByText('The findings are signed.')).toBeVisible()
}

/** Everybody reads that it is closed and the module conformant. */
export async function thenItIsClosed(page: Page, claim: PublishedClaim) {
  await drainJobs()
  await page.goto(`/register/${claim.moduleId}/1.0.0`)
  await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/Closed on .+: a newer finding says it is met/)).toBeVisible()
  await expect(page.getByText('Verified')).toBeVisible()
  await isAccessible(page, claim)
}

/** Where the browser runs scripts: the checker is one itself. */
const isAccessible = async (page: Page, { script }: Pick<PublishedClaim, 'script'>) =>
  script ? expectAccessible(page) : undefined
