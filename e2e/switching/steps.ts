import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { expect, expectAccessible, type Page, signInAs } from '../support/journey'
import { openAs } from './situations'

type Someone = { userId: string }
/** Who acts in a switch, by their ids. */
export type Movers = Record<'manager' | 'losingSignatory' | 'gainingSignatory', Someone>

export async function when_the_manager_opens(
  page: Page,
  of: Pick<Movers, 'manager'>,
  contractId: string,
): Promise<string> {
  await signInAs(page, of.manager.userId)
  await page.goto(`/contracts/${contractId}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open a switch' }).click()
  await expect(page.getByRole('status')).toContainText('The switch is open')
  return new URL(page.url()).pathname.split('/').at(-1)!
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

export async function when_both_sides_confirm_the_day(page: Page, of: Movers, contractId: string) {
  for (const person of [of.manager, of.gainingSignatory]) {
    await signInAs(page, person.userId)
    await page.goto(`/contracts/${contractId}`)
    await page.getByLabel('Day on which the site went live').fill(dayOf(now()))
    await page.getByRole('button', { name: 'Confirm the day' }).click()
    await expect(page.getByRole('status')).toContainText('The day is confirmed')
  }
}
