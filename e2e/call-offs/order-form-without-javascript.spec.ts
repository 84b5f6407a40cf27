import { now } from '@/lib/platform/clock'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, signInAs, test } from '../support/journey'
import { askForFunding, completeOrder, openStep, reviewOrder, saveStep } from './steps'

test.use({ javaScriptEnabled: false })

test('T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12 without JavaScript: what is wrong is said beside its field and stays; the whole form is filled in and sent', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const of = await buyers(now())
  const made = await module.conformant({ name: `Plain ${Date.now()}` })
  const id = await callOffIn('draft', of, made)
  const order = `/call-offs/${id}`
  await signInAs(page, of.manager.userId)

  await openStep(page, order, 'Type and description')
  await page.getByLabel('Description').fill('')
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Enter a description')
  await page.getByLabel('Description').fill('The record for our practice')
  await saveStep(page)

  await openStep(page, order, 'Modules and services')
  await page.getByLabel('Agreed price').fill('1.27')
  await page.getByRole('button', { name: 'Save and go back' }).click()
  await expect(page.getByRole('alert').first()).toContainText('The list price is £1.26: agree that or less')
  await expect(page.getByLabel('Agreed price')).toHaveValue('1.27')
  await page.getByLabel('Agreed price').fill('1.2')
  await saveStep(page)

  await openStep(page, order, 'Milestones')
  await page.getByLabel('Name').nth(2).fill('Staff trained')
  await page.getByLabel('It is reached when').nth(2).fill('Everybody has had half a day')
  await saveStep(page)
  await completeOrder(page, order, false)
  await expect(page.getByRole('main')).toContainText('Staff trained')
  await openStep(page, order, 'Timescales')
  await page.getByLabel('Initial term in months').fill('24')
  await page.getByLabel('Maximum term in months, options included').fill('36')
  await saveStep(page)
  await expect(page.getByRole('main')).toContainText('12 more months')
  await reviewOrder(page, order, false)
  await askForFunding(page, order)

  const stranger = await person.practiceManager((await organisation.practice()).id)
  await signInAs(page, stranger.userId)
  for (const path of ['', '/type', '/review']) expect((await page.goto(`${order}${path}`))!.status()).toBe(404)
  await signInAs(page, of.approver.userId)
  expect((await page.goto(`${order}/type`))!.status(), 'a payer reads, and does not write').toBe(404)
})
