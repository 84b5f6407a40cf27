import { db, expect, expectAccessible, goByMenu, type Page, signInAs, test } from '../support/journey'

const name = 'OpenPath Documents'
const summary = 'Files letters and scans with the patient and the problem, and gives all of it back with its codes.'

test('a supplier changes its listing; the authority returns it once, then publishes it', async ({ page }) => {
  test.setTimeout(300_000)
  await given_a_copy_of_the_published_listing(page)
  await when_the_editor_changes_two_sections(page)
  await then_only_the_signatory_can_submit(page)
  await when_the_reviewer_returns_it_with_a_comment(page)
  await when_the_editor_answers_and_the_signatory_submits_again(page)
  await when_the_reviewer_approves_it_for_today(page)
  await then_everybody_reads_the_new_text(page)
})

async function given_a_copy_of_the_published_listing(page: Page) {
  await signInAs(page, 'editor@openpath.example')
  await page.goto('/modules')
  await goByMenu(page, 'Your modules')
  await expectAccessible(page)
  await page.getByText(`Change ${name}`, { exact: true }).click()
  await page
    .getByRole('form', { name: `Change ${name}` })
    .getByRole('button')
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByText('Nothing differs from the published text.')).toBeVisible()
  await expectAccessible(page)
}

async function when_the_editor_changes_two_sections(page: Page) {
  await page.getByRole('link', { name: 'Description' }).click()
  await page.getByLabel('Summary').fill('x'.repeat(351))
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('alert').first()).toContainText('350 characters or fewer')
  await expectAccessible(page)
  await page.getByLabel('Summary').fill(summary)
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await expect(page.getByRole('region', { name: 'Published text and this text' })).toContainText(summary)
  await page.getByRole('link', { name: 'Service levels and support' }).click()
  await page.getByLabel('Support hours').fill('Weekdays')
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.getByText(/^Score for readers/).click()
  await expect(page.getByText('LNT-02')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Read the whole page' }).click()
  await expect(page.getByText(summary)).toBeVisible()
  await expect(page.getByText('This is a draft. Nobody else can read it')).toBeVisible()
  await expectAccessible(page)
}

async function then_only_the_signatory_can_submit(page: Page) {
  const address = page.url().replace('/preview', '')
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Submit to the authority' })).toHaveCount(0)
  await signInAs(page, 'signatory@openpath.example')
  await page.goto(address)
  await page.getByRole('button', { name: 'Submit to the authority' }).click()
  await expect(page.getByRole('status')).toContainText('within ten working days')
  await expect(page.getByText('10 working days left')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('status')).toContainText('You have the listing again')
  await page.getByRole('button', { name: 'Submit to the authority' }).click()
  await expect(page.getByRole('status')).toContainText('within ten working days')
}

async function take_it_up(page: Page) {
  await signInAs(page, 'reviewer@authority.example')
  await page.goto('/modules')
  await goByMenu(page, 'Listings')
  await expect(page.getByText('10 working days left').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await expect(page.getByRole('region', { name: 'Published text and this text' })).toContainText(summary)
  await expect(page.getByText(/^Description \(changed: Summary/)).toBeVisible()
  await page.getByRole('link', { name: 'Read the whole page as buyers will' }).click()
  await expect(page.getByText(summary)).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await page.getByRole('button', { name: 'Start the review' }).click()
  await expect(page.getByRole('status')).toContainText('The review is yours')
  await expectAccessible(page)
}

async function when_the_reviewer_returns_it_with_a_comment(page: Page) {
  await take_it_up(page)
  await page.getByText('Return it with comments').click()
  await page.getByRole('button', { name: 'Return it to the supplier' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Write a comment on at least one section')
  await page
    .getByRole('form', { name: 'Return it to the supplier' })
    .getByLabel('Service levels and support')
    .fill('Say from when until when.')
  await page.getByRole('button', { name: 'Return it to the supplier' }).click()
  await expect(page.getByRole('status')).toContainText('with your comments')
}

async function when_the_editor_answers_and_the_signatory_submits_again(page: Page) {
  await signInAs(page, 'editor@openpath.example')
  await page.goto('/supplier')
  await page.getByRole('link', { name: `Open the draft of ${name}` }).click()
  await expect(page.getByRole('heading', { name: 'Comments of the authority' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Service levels and support' }).click()
  await expect(page.getByText('Say from when until when.')).toBeVisible()
  await page.getByLabel('Support hours').fill('Weekdays from 08:00 to 18:30, not on bank holidays')
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  const address = page.url()
  await signInAs(page, 'signatory@openpath.example')
  await page.goto(address)
  await page.getByRole('button', { name: 'Submit to the authority' }).click()
  await expect(page.getByRole('status')).toContainText('within ten working days')
}

async function when_the_reviewer_approves_it_for_today(page: Page) {
  await take_it_up(page)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('approved and published')
}

async function then_everybody_reads_the_new_text(page: Page) {
  await page.goto('/modules?q=OpenPath+Documents')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByText(summary)).toBeVisible()
  await expect(page.getByText('Weekdays from 08:00 to 18:30')).toBeVisible()
  const versions = await db.listingVersion.count({ where: { name } })
  expect(versions).toBe(2)
}
