import { expect, signInAs, test } from '../support/journey'
import { aListing } from './situations'

test('a draft is its supplier’s own; reviewers see it once it is submitted', async ({ page }) => {
  const [draft, submitted] = [await aListing('draft'), await aListing('submitted')]
  const pages = (id: string) => ['', '/preview', '/support'].map((end) => `/supplier/listings/${id}${end}`)
  for (const email of ['signatory@openpath.example', 'manager@riverside.example', 'curator@authority.example']) {
    await signInAs(page, email)
    for (const address of [
      ...pages(draft.id),
      ...pages(submitted.id),
      `/assurance/listings/${submitted.id}`,
      `/assurance/listings/${submitted.id}/preview`,
    ])
      expect((await page.goto(address))?.status(), `${address} for ${email}`).toBe(404)
  }
  await signInAs(page, 'reviewer@authority.example')
  expect((await page.goto(`/assurance/listings/${draft.id}`))?.status()).toBe(404)
  expect((await page.goto(`/supplier/listings/${submitted.id}`))?.status()).toBe(404)
  expect((await page.goto(`/assurance/listings/${draft.id}/preview`))?.status()).toBe(404)
  expect((await page.goto(`/assurance/listings/${submitted.id}`))?.status()).toBe(200)
  expect((await page.goto(`/assurance/listings/${submitted.id}/preview`))?.status()).toBe(200)
  await signInAs(page, submitted.editor.userId)
  expect((await page.goto('/assurance/listings'))?.status()).toBe(404)
  expect((await page.goto(`/supplier/listings/${submitted.id}/support`))?.status()).toBe(404)
})
