import { questions } from '@/lib/catalogue/declarations/declaration-questions'
import { sectionForms } from '@/prisma/factories/listing'
import { goodAnswers } from '@/prisma/seed/demo-declaration'
import { fillFields } from '../support/fill-fields'
import {
  db,
  drainJobs,
  expect,
  expectAccessible,
  goByMenu,
  type Page,
  signInAs,
  signOut,
  test,
} from '../support/journey'

const email = 'ann@lindale-care.example'
const name = 'Lindale Reminders'

test('somebody with nothing but an email address gets a module published, through one return', async ({ page }) => {
  test.setTimeout(240_000)
  await given_an_account_that_was_asked_for_and_accepted(page)
  await when_it_declares_who_it_is_and_the_authority_looks(page)
  await when_the_supplier_writes_its_first_listing(page)
  await when_it_is_submitted(page)
  await when_the_authority_returns_it_once(page)
  await when_it_is_mended_and_approved(page)
  await then_everybody_finds_it(page)
})

async function given_an_account_that_was_asked_for_and_accepted(page: Page) {
  await signOut(page)
  await page.goto('/supplier/join')
  await expectAccessible(page)
  await page.getByLabel('Company number').fill('123')
  await page.getByLabel('Registered name of the company').fill('Lindale Care Limited')
  await page.getByLabel('Name that buyers know').fill('Lindale Care')
  await page.getByLabel('Your full name').fill('Ann Lindale')
  await page.getByLabel('Your work email address').fill(email)
  await page.getByRole('button', { name: 'Ask for an account' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter a company number like')
  await page.getByLabel('Company number').fill('09876543')
  await page.getByRole('button', { name: 'Ask for an account' }).click()
  await expect(page.getByRole('status')).toContainText('We have sent you a letter')
  await page.goto(await linkIn('/supplier/join/confirm'))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'This is my address' }).click()
  await expect(page.getByRole('status')).toContainText('Your address is proved')
  await drainJobs()
  await signInAs(page, 'curator@authority.example')
  await page.goto('/modules')
  await goByMenu(page, 'Suppliers')
  const request = page.getByRole('region', { name: `Request of Lindale Care, ${email}` })
  await expect(request).toContainText('Found under this name')
  await expectAccessible(page)
  await request.getByRole('button', { name: 'Let the supplier in' }).click()
  await expect(page.getByRole('status')).toContainText('The supplier is in')
  await signOut(page)
  await page.goto(await linkIn('/invitation'))
  await page.getByLabel('Choose your password').fill('three quiet words together')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('three quiet words together')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await goByMenu(page, 'Your modules')
  await expect(page.getByText('You have not listed a module yet')).toBeVisible()
  await expectAccessible(page)
}

async function when_it_declares_who_it_is_and_the_authority_looks(page: Page) {
  await page.getByRole('link', { name: 'Your declaration' }).click()
  await expect(page.getByText('Make your declaration first')).toBeVisible()
  await page.getByText('Make your declaration', { exact: true }).click()
  await expectAccessible(page)
  await answerAll(page)
  const form = page.getByRole('form', { name: 'Declaration of Lindale Care' })
  await form.getByRole('button', { name: 'Make the declaration' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Explain this in at least 20 characters')
  await form.getByLabel(/^Explanation: Does anyone of yours/).fill('Our chair is a partner in a practice in Leeds')
  await form.getByRole('button', { name: 'Make the declaration' }).click()
  await expect(page.getByRole('status')).toContainText('Somebody of the authority looks')
  await expectAccessible(page)
  await signInAs(page, 'reviewer@authority.example')
  await page.goto('/assurance/listings')
  await goByMenu(page, 'Declarations')
  await page.getByRole('link', { name: 'Lindale Care' }).click()
  await expect(page.getByText('A person looks at this')).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'It passes' }).check()
  await page.getByLabel('Reason').fill('The chair has no part in what that practice chooses')
  await page.getByRole('button', { name: 'Decide' }).click()
  await expect(page.getByRole('status')).toContainText('is decided')
  await expectAccessible(page)
  await signInAs(page, email)
  await page.goto('/supplier/declaration')
  await expect(page.getByText(/^Valid until \d/)).toBeVisible()
  await goByMenu(page, 'Your modules')
}

/** The answers of a supplier whom nothing stands in the way of, but for one tie that must be looked at. */
async function answerAll(page: Page) {
  const answers = { ...goodAnswers('2099-12-31'), conflicts: 'yes' }
  for (const { id, kind, text, options } of questions) {
    const answer = answers[id as keyof typeof answers]!
    if (kind === 'choice')
      await page.getByRole('group', { name: text, exact: true }).getByLabel(options![answer]!, { exact: true }).check()
    else await page.getByLabel(text, { exact: true }).fill(answer)
  }
  await page.getByRole('checkbox', { name: 'The answers are true' }).check()
}

async function when_the_supplier_writes_its_first_listing(page: Page) {
  await page.getByRole('button', { name: 'Begin' }).click()
  await fill(page, 'Description', async () => {
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Summary').fill('Reminds patients of their appointments')
    await page.getByLabel('Full description').fill('It sends a message the day before.')
  })
  await fill(page, 'Capabilities and epics', () => page.getByRole('checkbox', { name: '(C5)' }).check())
  await fill(page, 'List prices', async () => {
    for (const choice of [
      'Patients on the list',
      'Every unit at the price of the tier reached',
      'By year',
      'For each practice',
    ])
      await page.getByRole('radio', { name: choice }).check()
    await page.getByLabel('Unit', { exact: true }).fill('patient')
    await page.getByLabel('Units, in the plural').fill('patients')
    await page.getByLabel('Tiers in pounds').fill('1: 0.12')
    await page.getByLabel('Valid from').fill('2026-01-01')
  })
  await fill(page, 'Application types', () => fillFields(page, sectionForms['application-types']!))
  await fill(page, 'Hosting', () => fillFields(page, sectionForms.hosting!))
  await fill(page, 'Data processing', () => fillFields(page, sectionForms['data-processing']!))
  await fill(page, 'Service levels and support', () => fillFields(page, sectionForms.support!))
  await fill(page, 'Supplier and contacts', () => fillFields(page, sectionForms.supplier!))
}

async function when_it_is_submitted(page: Page) {
  await page.getByRole('button', { name: 'Submit to the authority' }).click()
  await expect(page.getByRole('status')).toContainText('within ten working days')
}

async function when_the_authority_returns_it_once(page: Page) {
  await review(page)
  await page.getByText('Return it with comments').click()
  await page
    .getByRole('form', { name: 'Return it to the supplier' })
    .getByLabel('Hosting')
    .fill('In which country is the data?')
  await page.getByRole('button', { name: 'Return it to the supplier' }).click()
  await expect(page.getByRole('status')).toContainText('with your comments')
}

async function when_it_is_mended_and_approved(page: Page) {
  await signInAs(page, email)
  await page.goto('/supplier')
  await page.getByRole('link', { name: `Open the draft of ${name}` }).click()
  await page.getByText('Answer the comment on Hosting', { exact: true }).click()
  await page.getByLabel('Your answer').fill('In England, in two places')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.getByRole('status')).toContainText('The answer is kept')
  await expect(page.getByText('In England, in two places')).toBeVisible()
  await expectAccessible(page)
  await fill(page, 'Hosting', () => page.getByLabel('Country of storage').first().fill('England'))
  await when_it_is_submitted(page)
  await review(page)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('approved and published')
}

async function then_everybody_finds_it(page: Page) {
  await signOut(page)
  await page.goto('/modules?q=Lindale+Reminders')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByText('Reminds patients of their appointments')).toBeVisible()
  await expect(page.getByText('Not assessed').first()).toBeVisible()
  await expectAccessible(page)
}

async function review(page: Page) {
  await signInAs(page, 'reviewer@authority.example')
  await page.goto('/assurance/listings')
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('button', { name: 'Start the review' }).click()
  await expect(page.getByRole('status')).toContainText('The review is yours')
}

/** Opens a section, fills it in and saves it. */
async function fill(page: Page, section: string, work: () => Promise<unknown>) {
  await page.getByRole('link', { name: section, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save this section' })).toBeVisible()
  await work()
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
}

/** The address in the letter to the person. */
async function linkIn(path: string): Promise<string> {
  const { body } = await db.mailMessage.findFirstOrThrow({ where: { recipient: email, body: { contains: path } } })
  return new RegExp(`${path}\\?token=\\S+`).exec(body)![0]
}
