import { expect, expectAccessible, type Page, signInAs } from '../support/journey'
import type { ListedModule } from './standard-situation'

type Uplifted = Pick<ListedModule, 'name' | 'standardId' | 'requirementId' | 'signatory'>
const newest = ({ requirementId }: Uplifted) => new RegExp(`^${requirementId} of 1\\.1\\.0`)

/** The supplier asks to be assessed against the new version, brings evidence and submits. */
export async function whenTheSupplierAsks(page: Page, it: Uplifted, script = true) {
  await signInAs(page, it.signatory.userId)
  await page.goto('/supplier/obligations')
  const card = page.getByRole('region', { name: new RegExp(`${it.name}.*${it.standardId}`) })
  await card.getByRole('button', { name: 'Ask for an assessment' }).click()
  await expect(page.getByText('The assessment is open.')).toBeVisible()
  await expect(page.getByText('New standard versions')).toBeVisible()
  await expect(page.getByText('Epics that must be met')).toHaveCount(0)
  if (script) await expectAccessible(page)
  await page.getByLabel('What it is').fill('Witness report')
  const buffer = Buffer.from('release,seen\n1.0.0,yes\n')
  await page.getByLabel('File').setInputFiles({ name: 'witness.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('radio', { name: 'Everybody' }).check()
  await page.getByRole('button', { name: 'Add the evidence' }).click()
  await expect(page.getByText('The evidence is kept.')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for assessment' }).click()
  await expect(page.getByText('It is under review.')).toBeVisible()
  if (script) await expectAccessible(page)
  await page.goto('/supplier/obligations')
  await expect(card.getByRole('link', { name: 'The open assessment of this module' })).toBeVisible()
}

/** The assessor finds the requirement of the coming version met, a reviewer signs it and says that it is done. */
export async function whenItIsFoundMetAhead(page: Page, it: Uplifted, script = true) {
  await signInAs(page, 'assessor@authority.example')
  await page.goto('/assurance/assessments')
  await page.getByRole('link', { name: it.name }).click()
  for (const button of ['Pass the pre-check', 'Pass the capability review']) {
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('button', { name: button })).toHaveCount(0)
  }
  await expect(page.getByText('Only a reviewer of the authority can say that it is done.')).toBeVisible()
  if (script) await expectAccessible(page)
  await page.getByRole('checkbox', { name: newest(it) }).check()
  await page.getByRole('radio', { name: 'Met', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Witness report' }).check()
  await page.getByRole('button', { name: 'Record the finding' }).click()
  await expect(page.getByText('The finding waits for a reviewer.')).toBeVisible()
  const address = page.url().split('?')[0]!
  await signInAs(page, 'reviewer@authority.example')
  await page.goto(address)
  await page.getByRole('button', { name: 'Say that it is done' }).click()
  await expect(page.getByText('A finding waits for a signature').first()).toBeVisible()
  await page.getByRole('button', { name: 'Sign the findings' }).click()
  await expect(page.getByText('The findings are signed.')).toBeVisible()
  await page.getByRole('button', { name: 'Say that it is done' }).click()
  await expect(page.getByText('The assessment is done.')).toBeVisible()
  if (script) await expectAccessible(page)
}

/** The supplier reads that nothing is left to do. */
export async function thenTheObligationIsMet(page: Page, it: Uplifted) {
  await signInAs(page, it.signatory.userId)
  await page.goto('/supplier/obligations')
  const card = page.getByRole('region', { name: new RegExp(`${it.name}.*${it.standardId}`) })
  await expect(card.getByText('Met', { exact: true })).toBeVisible()
  await expect(card.getByRole('button')).toHaveCount(0)
}
