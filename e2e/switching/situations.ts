import { now } from '@/lib/platform/clock'
import { addDays, dayOf } from '@/lib/platform/days'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { SwitchStory } from '@/prisma/factories/switch'
import type { Page } from '../support/journey'
import { signInAs } from '../support/journey'

/** A practice with a running contract and a signed one for another system; what was done before began three hours ago. */
export async function aPracticeThatWantsToMove() {
  const of = await parties()
  const leaving = await contract.present(of)
  const gaining = await contract.made(of, {
    startsOn: addDays(dayOf(now()), -30),
    endsOn: addDays(dayOf(now()), 1_000),
  })
  return { of, leaving, gaining }
}

export async function anOpenSwitch(): Promise<{ of: Parties; story: SwitchStory }> {
  const { of, leaving, gaining } = await aPracticeThatWantsToMove()
  const began = new Date(now().getTime() - 3 * 3_600_000)
  return { of, story: await SwitchStory.open(of, leaving.id, gaining.id, began) }
}

/** Opens the switch's page as that person. */
export async function openAs(page: Page, person: { userId: string }, switchId: string): Promise<void> {
  await signInAs(page, person.userId)
  await page.goto(`/switches/${switchId}`)
}

/** Brings a signed report by the form of the page. */
export async function bring(page: Page, bytes: Buffer): Promise<void> {
  await page
    .getByLabel('Signed report')
    .setInputFiles({ name: 'report.json', mimeType: 'application/json', buffer: bytes })
  await page.getByRole('button', { name: 'Bring the report' }).click()
}
