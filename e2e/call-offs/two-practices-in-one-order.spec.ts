import { hashPassword } from '@/lib/identity/password'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { approveOrder } from '@/lib/procurement/call-offs/approve-order'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { askForFunding, completeOrder, openStep, saveStep } from './steps'

const password = 'a long password of the approver'

test('T5, T6, S1, P4: three practices, one consents and one does not; funded, signed by both, a contract of two sites', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const of = await buyers(now())
  const made = await module.conformant({ name: `Shared ${Date.now()}` })
  const signatory = await person.signatory(made.supplierId)
  const [yes, no] = [await neighbour(of, 'Willing Surgery'), await neighbour(of, 'Unwilling Surgery')]
  const id = await callOffIn('draft', of, made)
  const order = `/call-offs/${id}`

  await when_the_manager_names_the_practices(page, of, order, [yes.code, no.code])
  await when_each_answers_for_itself(page, order, yes.manager, 'Yes, our practice consents')
  await when_each_answers_for_itself(page, order, no.manager, 'No, leave our practice out')
  await when_the_manager_completes_and_asks(page, of, order)
  await when_it_is_funded_and_sent(page, of, id)
  await then_who_declined_sees_no_more_of_it(page, no.manager, order)
  await then_the_supplier_finds_it_in_its_inbox(page, signatory, id)
  await when_the_supplier_signs(page, order)
  await when_the_payer_proves_who_they_are_and_signs(page, of, order)
  await then_the_contract_has_two_sites(page, id, yes.manager)
})

async function neighbour(of: Buyers, name: string) {
  const practice = await organisation.practice({ name, partOfCode: of.commissioner.code, patients: 5000 })
  return { code: practice.code!, manager: await person.practiceManager(practice.id) }
}

async function when_the_manager_names_the_practices(page: Page, of: Buyers, order: string, codes: string[]) {
  await signInAs(page, of.manager.userId)
  await page.goto(order)
  await expectAccessible(page)
  await openStep(page, order, 'Timescales')
  await page.getByLabel('Initial term in months').fill('12')
  await page.getByLabel('Maximum term in months, options included').fill('11')
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('alert').first()).toContainText('must not be shorter than the initial term')
  await expect(page.getByLabel('Initial term in months')).toHaveValue('12')
  await page.getByLabel('Maximum term in months, options included').fill('12')
  await saveStep(page)
  await openStep(page, order, 'Practices')
  await expectAccessible(page)
  const file = {
    name: 'practices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`code,name\nNONE1,Nowhere\n${codes[1]}`),
  }
  await page.getByLabel('Or add a file').setInputFiles(file)
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Line 2: NONE1 is not an open practice of this payer')
  await page.getByLabel('Practices', { exact: true }).fill(codes.join('\n'))
  await page.getByLabel('Or add a file').setInputFiles([])
  await saveStep(page)
}

async function when_each_answers_for_itself(page: Page, order: string, manager: Actor, answer: string) {
  await signInAs(page, manager.userId)
  await page.goto('/call-offs')
  await page.getByRole('link', { name: /Consent to order/ }).click()
  await expect(page).toHaveURL(new RegExp(order))
  await page.getByLabel(answer).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Give this answer' }).click()
  await expect(page.getByRole('status')).toContainText(/Your practice is (not )?in the order/)
}

async function when_the_manager_completes_and_asks(page: Page, of: Buyers, order: string) {
  await signInAs(page, of.manager.userId)
  await page.goto(order)
  await page.getByLabel('Why does the practice need it?').fill('The present contract ends and we need what follows it.')
  await page.getByRole('button', { name: 'Ask for funding' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Complete “Ordering contact” first')
  await completeOrder(page, order)
  await openStep(page, order, 'Delivery dates')
  await expectAccessible(page)
  await page.goto(order)
  await expect(page.getByRole('main')).toContainText('£18,737.46 excluding VAT')
  await askForFunding(page, order)
}

async function when_it_is_funded_and_sent(page: Page, of: Buyers, id: string) {
  const { fundingRequestId } = (await findCallOff(db, id))!
  await value(approveOrder(contextOf(of.approver, now()), { id: fundingRequestId!, version: 1, reason: '' }))
  await expect(async () => {
    await drainJobs()
    await page.goto(`/call-offs/${id}`)
    await expect(page.getByRole('button', { name: 'Send for signature' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Send for signature' }).click()
  await expect(page.getByRole('status')).toContainText('Both sides can sign now')
}

async function then_who_declined_sees_no_more_of_it(page: Page, manager: Actor, order: string) {
  await signInAs(page, manager.userId)
  expect((await page.goto(order))!.status()).toBe(404)
}

async function then_the_supplier_finds_it_in_its_inbox(page: Page, signatory: Actor, id: string) {
  await signInAs(page, signatory.userId)
  await page.goto('/supplier/orders')
  await expect(page.getByRole('main')).toContainText('No change of a contract waits for you.')
  await expectAccessible(page)
  const { number } = (await findCallOff(db, id))!
  const row = page.getByRole('row', { name: new RegExp(number) })
  await expect(row).toContainText('2 of 3 practices')
  await expect(row).toContainText('Your signature')
  await row.getByRole('link').click()
}

async function when_the_supplier_signs(page: Page, order: string) {
  await page.goto(order)
  await page.getByRole('button', { name: 'Sign these terms' }).click()
  await expect(page.getByRole('status')).toContainText('Your signature is recorded')
}

async function when_the_payer_proves_who_they_are_and_signs(page: Page, of: Buyers, order: string) {
  const { userId } = of.approver
  await db.person.update({ where: { id: userId }, data: { passwordHash: await hashPassword(password) } })
  await signInAs(page, userId)
  await db.session.updateMany({ where: { personId: userId }, data: { provedAt: new Date(now().getTime() - 360_000) } })
  await page.goto(order)
  await page.getByRole('button', { name: 'Sign these terms' }).click()
  await expect(page.getByRole('alert').first()).toContainText('You proved who you are more than 5 minutes ago')
  await page.getByRole('link', { name: 'prove who you are' }).click()
  await expectAccessible(page)
  await page.getByLabel('Your password').fill('not that one')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('alert').first()).toContainText('The password is not right')
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page).toHaveURL(new RegExp(order))
  await page.getByRole('button', { name: 'Sign these terms' }).click()
  await expect(page.getByRole('status')).toContainText('Your signature is recorded')
}

async function then_the_contract_has_two_sites(page: Page, id: string, willing: Actor) {
  await expect(async () => {
    await drainJobs()
    expect(await db.contract.count({ where: { callOffId: id } })).toBe(1)
  }).toPass({ timeout: 30_000 })
  const contract = await db.contract.findFirstOrThrow({ where: { callOffId: id }, include: { sites: true } })
  expect(contract.sites).toHaveLength(2)
  await signInAs(page, willing.userId)
  await page.goto(`/contracts/${contract.id}`)
  await expect(page.getByRole('main')).toContainText('Willing Surgery')
  await expect(page.getByRole('main')).not.toContainText('Unwilling Surgery')
  await expectAccessible(page)
}
