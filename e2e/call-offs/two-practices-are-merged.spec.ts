import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { approveOrder } from '@/lib/procurement/call-offs/approve-order'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'
import { jointServices, neighbour } from '@/prisma/factories/joint-order'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { askForFunding, completeOrder, openStep, reviewOrder, saveStep } from './steps'

for (const scripted of [true, false])
  test.describe(scripted ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: scripted })

    test('T1, T5, T7: a merger of two practices is ordered, consented to, funded and signed', async ({ page }) => {
      test.setTimeout(300_000)
      const of = await buyers(now())
      const made = await module.published.saying({ services: jointServices }, { name: `Merging ${Date.now()}` })
      const signatory = await person.signatory(made.supplierId)
      const other = await neighbour(of)
      const id = await callOffIn('draft', of, made)
      const order = `/call-offs/${id}`
      const { practice: elsewhere } = await aStranger()

      await signInAs(page, of.manager.userId)
      await when_a_merger_is_ordered(page, order, of, other.practice.code!, elsewhere.code!)
      await completeOrder(page, order, false)
      await then_nobody_pays_before_both_consent(page, order)
      await when_the_other_consents(page, order, other.manager)
      await signInAs(page, of.manager.userId)
      await reviewOrder(page, order, scripted)
      await expect(page.getByRole('main')).toContainText('£6,000.00 excluding VAT')
      await askForFunding(page, order)
      await when_it_is_funded_and_sent(page, of, id)
      for (const signer of [signatory, of.approver]) {
        await signInAs(page, signer.userId)
        await page.goto(order)
        await expect(page.getByRole('main')).toContainText('A merger of practices')
        await page.getByRole('button', { name: 'Sign these terms' }).click()
        await expect(page.getByRole('status')).toContainText('Your signature is recorded')
      }
      await then_the_contract_says_what_is_merged(page, id, of, scripted)
    })
  })

const aStranger = async () => ({ practice: await organisation.practice({ name: 'Of another payer' }) })

async function when_a_merger_is_ordered(page: Page, order: string, of: Buyers, other: string, elsewhere: string) {
  await openStep(page, order, 'Type and description')
  await page.getByLabel('A merger of practices').check()
  await page.getByLabel('Description', { exact: true }).fill('Two practices become one in spring')
  await saveStep(page)
  await openStep(page, order, 'Practices')
  const save = () => page.getByRole('button', { name: 'Save and go back' }).click()
  const alert = page.getByRole('alert').first()
  const list = page.getByLabel('Practices', { exact: true })
  await list.fill(of.practice.code!)
  await save()
  await expect(alert).toContainText('A merger needs two practices or more')
  await list.fill(`${of.practice.code}\n${elsewhere}`)
  await save()
  await expect(alert).toContainText(`Line 2: ${elsewhere} is not an open practice of this payer`)
  await list.fill(`${of.practice.code}\n${other}`)
  await save()
  await expect(alert).toContainText('Say which of the practices goes on')
  await page.getByLabel('ODS code of the practice that goes on').fill(`${of.practice.code} ${other}`)
  await save()
  await expect(alert).toContainText('Only one of the practices goes on')
  await page.getByLabel('ODS code of the practice that goes on').fill(of.practice.code!)
  await saveStep(page)
  await expect(page.getByRole('row', { name: /\(goes on\)/ })).toContainText(of.practice.code!)
  await openStep(page, order, 'Modules and services')
  await page.getByLabel('Agreed price').fill('3,000.01')
  await save()
  await expect(alert).toContainText('The list price is £3,000.00: agree that or less')
  await page.getByLabel('Agreed price').fill('3,000')
  await saveStep(page)
}

async function then_nobody_pays_before_both_consent(page: Page, order: string) {
  await page.goto(order)
  await page.getByLabel('Why does the practice need it?').fill('Two practices become one, and their records with them.')
  await page.getByRole('button', { name: 'Ask for funding' }).click()
  await expect(page.getByRole('alert').first()).toContainText('A merger needs two practices or more')
}

async function when_the_other_consents(page: Page, order: string, manager: Actor) {
  await signInAs(page, manager.userId)
  await page.goto(order)
  await page.getByLabel('Yes, our practice consents').check()
  await page.getByRole('button', { name: 'Give this answer' }).click()
  await expect(page.getByRole('status')).toContainText('Your practice is in the order')
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

async function then_the_contract_says_what_is_merged(page: Page, callOffId: string, of: Buyers, scripted: boolean) {
  await expect(async () => {
    await drainJobs()
    expect(await db.contract.count({ where: { callOffId } })).toBe(1)
  }).toPass({ timeout: 30_000 })
  const { id } = await db.contract.findUniqueOrThrow({ where: { callOffId } })
  await signInAs(page, of.manager.userId)
  await page.goto(`/contracts/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Merger of two practices for Merging')
  await expect(page.getByRole('row', { name: /Neighbour Surgery/ })).toContainText('No succession is entered')
  if (scripted) await expectAccessible(page)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 1600 })
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/merger-${width}.png` })
    if (scripted) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}
