import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { reportText } from '@/lib/reconciliation/signature'
import { buildSignedReport } from '@/lib/testing/build-report'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { expect, expectAccessible, type Page, signInAs } from '../support/journey'
import { bring, openAs } from './situations'

type Someone = { userId: string }
/** Who acts in a switch, by their ids. */
export type Movers = Record<
  'manager' | 'partner' | 'safety' | 'delivery' | 'losingSignatory' | 'gainingSignatory',
  Someone
>

/** Keys of the practice and of the party that repeats its run. */
export const keys = { practice: newSigningKeys(), second: newSigningKeys() }

export async function clickAs(page: Page, person: { userId: string }, id: string, button: string) {
  await openAs(page, person, id)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByRole('status')).toBeVisible()
}

export async function when_the_manager_opens_and_orders(page: Page, of: Movers, contractId: string): Promise<string> {
  await signInAs(page, of.manager.userId)
  await page.goto(`/contracts/${contractId}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open a switch' }).click()
  await expect(page.getByRole('status')).toContainText('The switch is open')
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  for (const option of [
    `clinical-lead/${of.partner.userId}`,
    `clinical-safety-officer/${of.safety.userId}`,
    `delivery-partner/${of.delivery.userId}`,
  ]) {
    await page.goto(`/switches/${id}`)
    await page.getByText('Name a person for a role').click()
    await page.getByLabel('Role and person').selectOption(option)
    await page.getByRole('button', { name: 'Name this person' }).click()
    await expect(page.getByRole('status')).toContainText('The person is named')
  }
  await page.getByRole('button', { name: 'Order the switch' }).click()
  await expect(page.getByRole('status')).toContainText('The switch is ordered')
  for (const [person, { publicKeyPem }] of [
    [of.manager, keys.practice],
    [of.delivery, keys.second],
  ] as const) {
    await openAs(page, person, id)
    await page.getByText('Register a signing key').click()
    await page.getByLabel('Contents of signing.pub').fill(publicKeyPem)
    await page.getByRole('button', { name: 'Register the key' }).click()
    await expect(page.getByRole('status')).toContainText('The key is registered')
  }
  return id
}

export async function when_the_suppliers_sign_their_manifests(
  page: Page,
  of: Movers,
  id: string,
  kind: 'trial' | 'final',
) {
  for (const [person, side] of [
    [of.losingSignatory, 'source'],
    [of.gainingSignatory, 'target'],
  ] as const) {
    await openAs(page, person, id)
    await page.getByLabel(/^Which/).selectOption(kind)
    await page.getByLabel(/SHA-256 of the manifest/).fill(sha256Hex(`${id} ${kind} ${side}`))
    await page.getByRole('button', { name: 'Sign the manifest' }).click()
    await expect(page.getByRole('status')).toContainText('The manifest is signed')
  }
}

export async function when_the_report_is_brought(
  page: Page,
  person: { userId: string },
  id: string,
  kind: 'trial' | 'final',
  key: keyof typeof keys,
) {
  const report = buildSignedReport(
    {
      kind,
      sourceManifestSha256: sha256Hex(`${id} ${kind} source`),
      targetManifestSha256: sha256Hex(`${id} ${kind} target`),
      startedAt: now(),
    },
    keys[key].signingKeyPem,
  )
  await openAs(page, person, id)
  await bring(page, Buffer.from(reportText(report)))
  await expect(page.getByRole('status')).toContainText('The report is verified and taken in')
  await expectAccessible(page)
}

export async function when_both_sides_confirm_the_day(page: Page, of: Movers, contractId: string) {
  for (const person of [of.manager, of.gainingSignatory]) {
    await signInAs(page, person.userId)
    await page.goto(`/contracts/${contractId}`)
    await page.getByLabel('Day on which the site went live').fill(dayOf(now()))
    await page.getByRole('button', { name: 'Confirm the day' }).click()
    await expect(page.getByRole('status')).toContainText('The day is confirmed')
  }
}

/** From an ordered switch to the day on which the practice works in the new system. */
export async function theSwitchGoesLive(page: Page, of: Movers, id: string, gainingContractId: string): Promise<void> {
  await when_the_suppliers_sign_their_manifests(page, of, id, 'trial')
  await clickAs(page, of.gainingSignatory, id, 'Say that the trial load is done')
  await when_the_report_is_brought(page, of.manager, id, 'trial', 'practice')
  await clickAs(page, of.manager, id, 'Start the data check')
  await when_the_report_is_brought(page, of.delivery, id, 'trial', 'second')
  await clickAs(page, of.partner, id, 'Sign as clinical lead: trial data accepted')
  await clickAs(page, of.safety, id, 'Sign as clinical safety officer: trial data accepted')
  await clickAs(page, of.gainingSignatory, id, 'Say that the final load is done')
  await when_the_suppliers_sign_their_manifests(page, of, id, 'final')
  await when_the_report_is_brought(page, of.manager, id, 'final', 'practice')
  await when_both_sides_confirm_the_day(page, of, gainingContractId)
  await clickAs(page, of.partner, id, 'Sign as clinical lead: safe to go live')
  await clickAs(page, of.safety, id, 'Sign as clinical safety officer: safe to go live')
  await clickAs(page, of.manager, id, 'Sign as practice manager: safe to go live')
  await clickAs(page, of.manager, id, 'Go live')
}
