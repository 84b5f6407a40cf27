import { expect, expectAccessible, signInAs, test } from '../support/journey'
import { aListing } from './situations'

test('who saves too late loses nothing: both texts are shown, and a second save replaces the first', async ({
  page,
}) => {
  const { id, editor, signatory } = await aListing('complete')
  await signInAs(page, editor.userId)
  await page.goto(`/supplier/listings/${id}/support`)
  const other = await page.context().newPage()
  await signInAs(other, signatory.userId)
  await other.goto(`/supplier/listings/${id}/support`)
  await other.getByLabel('Support hours').fill('Every day of the year')
  await other.getByRole('button', { name: 'Save this section' }).click()
  await expect(other.getByRole('status')).toContainText('The section is saved')
  await other.close()

  await page.getByLabel('Support hours').fill('Weekdays only')
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Nothing of yours was saved')
  await expect(page.getByText('It now says: “Every day of the year”').first()).toBeVisible()
  await expect(page.getByLabel('Support hours')).toHaveValue('Weekdays only')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.goto(`/supplier/listings/${id}/preview`)
  await expect(page.getByText('Weekdays only')).toBeVisible()
})
