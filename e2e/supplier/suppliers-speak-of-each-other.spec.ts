import { db, drainJobs, expect, expectAccessible, type Page, signInAs, signOut, test } from '../support/journey'
import { aListing, publish } from './situations'

const reason = 'It reads through an interface that we do not offer'
const moduleOf = (name: string) =>
  db.listingVersion.findFirstOrThrow({ where: { name }, select: { moduleId: true }, orderBy: { publishedAt: 'desc' } })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript, at 320 px', () => {
    test.use({ javaScriptEnabled, viewport: javaScriptEnabled ? null : { width: 320, height: 640 } })

    test('a supplier names modules of another, which confirms one and disputes one; a buyer reads both', async ({
      page,
    }) => {
      test.setTimeout(240_000)
      const name = javaScriptEnabled ? 'Lindale Calls' : 'Lindale Notes'
      const { id, editor } = await aListing('complete')
      await when_the_editor_names_two_modules(page, editor.userId, id)
      await publish(id, name)
      await then_the_other_supplier_answers(page, name)
      await then_a_buyer_reads_both_answers(page, name)
      await then_the_picture_shows_them(page, name)
    })
  })

/** The machine that looks for barriers is a script itself: without JavaScript the width alone is measured. */
async function then_it_is_for_everybody(page: Page) {
  if (page.viewportSize() === null) await expectAccessible(page)
  expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)
}

async function when_the_editor_names_two_modules(page: Page, editorId: string, id: string) {
  await signInAs(page, editorId)
  await page.goto(`/supplier/listings/${id}/needs`)
  const find = async (words: string) => {
    await page.getByLabel('Find a module by its name or its supplier').fill(words)
    await page.getByRole('button', { name: 'Find', exact: true }).click()
  }
  await find('nobody of that name')
  await expect(page.getByText('No module of that name is in the catalogue')).toBeVisible()
  await find('OpenPath Record')
  await then_it_is_for_everybody(page)
  await page.getByRole('checkbox', { name: /OpenPath Record/ }).check()
  await page.getByRole('button', { name: 'Save and add more' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Choose what you say of it')
  await page.getByRole('radio', { name: 'Needs' }).check()
  await page.getByLabel('Oldest version that will do').fill('1.0.0')
  await page.getByLabel('Note').fill('For the patient record')
  await page.getByRole('button', { name: 'Save and add more' }).click()
  await expect(page.getByRole('status')).toContainText('Go on where you are')
  await find('OpenPath Documents')
  await page.getByRole('checkbox', { name: /OpenPath Documents/ }).check()
  await page
    .getByRole('group', { name: 'Say something of a module that was found' })
    .getByRole('radio', { name: 'Works with' })
    .check()
  await page.getByRole('button', { name: 'Save this section' }).click()
  await expect(page.getByRole('status')).toContainText('The section is saved')
  await page.goto(`/supplier/listings/${id}/needs`)
  await expect(page.getByRole('group', { name: 'Needs: OpenPath Record, OpenPath Clinical' })).toBeVisible()
  await then_it_is_for_everybody(page)
}

async function then_the_other_supplier_answers(page: Page, name: string) {
  await expect(async () => {
    await drainJobs()
    const letter = await db.mailMessage.findFirst({ where: { subject: { contains: 'names OpenPath Record' } } })
    expect(letter?.recipient ?? 'no letter').toMatch(/@openpath\.example$/)
  }).toPass({ timeout: 15_000 })
  await signInAs(page, 'editor@openpath.example')
  await page.goto('/supplier')
  await page.getByRole('link', { name: 'What others say of your modules' }).click()
  await then_it_is_for_everybody(page)
  const needs = page.getByRole('region', { name: `${name} needs OpenPath Record` })
  await needs.getByRole('radio', { name: 'It is so', exact: true }).check()
  await needs.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByRole('status')).toContainText('You have confirmed it')
  const works = page.getByRole('region', { name: `${name} works with OpenPath Documents` })
  await works.getByRole('radio', { name: 'It is not so' }).check()
  await works.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByRole('alert').first()).toContainText('at least 20 characters')
  await works.getByLabel('Reason').fill(reason)
  await works.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByRole('status')).toContainText('You have disputed it')
  await then_it_is_for_everybody(page)
}

async function then_a_buyer_reads_both_answers(page: Page, name: string) {
  await signOut(page)
  const [own, record, documents] = [
    await moduleOf(name),
    await moduleOf('OpenPath Record'),
    await moduleOf('OpenPath Documents'),
  ]
  await page.goto(`/modules/${own.moduleId}#needs`)
  const said = page.getByRole('region', { name: 'What this module says of others' })
  await expect(said.getByRole('row', { name: /OpenPath Record/ })).toContainText('Confirmed by the other supplier')
  await expect(said.getByRole('row', { name: /OpenPath Documents/ })).toContainText(`“${reason}”`)
  await then_it_is_for_everybody(page)
  await page.goto(`/modules/${record.moduleId}#needs`)
  const others = page.getByRole('region', { name: 'What other modules say of this one' })
  await expect(others.getByRole('row', { name: new RegExp(name) })).toContainText('Confirmed by the other supplier')
  await expect(others.getByRole('row', { name: new RegExp(name) })).toContainText('For the patient record')
  await page.goto(`/modules/${documents.moduleId}#needs`)
  await expect(others.getByRole('row', { name: new RegExp(name) })).toContainText('Disputed by the other supplier')
}

async function then_the_picture_shows_them(page: Page, name: string) {
  const ids = await Promise.all([name, 'OpenPath Record', 'OpenPath Documents'].map(moduleOf))
  await page.goto(`/compare?${ids.map((module) => `m=${module.moduleId}`).join('&')}`)
  await expect(page.getByRole('img', { name: 'Which of these modules works with which' })).toBeVisible()
  const table = page.getByRole('region', { name: 'The same in words' })
  await expect(table.getByRole('row', { name: `${name} needs OpenPath Record` })).toContainText('Confirmed')
  await expect(table.getByRole('row', { name: `${name} works with OpenPath Documents` })).toContainText('Disputed')
  await then_it_is_for_everybody(page)
}
