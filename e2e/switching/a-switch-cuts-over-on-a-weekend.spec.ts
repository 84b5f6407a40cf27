import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { aFullSwitch } from './full-situations'
import { pressAs, stateAs, unfolded } from './full-steps'
import { bring, openAs } from './situations'
import { when_both_sides_confirm_the_day, when_the_suppliers_sign_their_manifests } from './steps'

type Situation = Awaited<ReturnType<typeof aFullSwitch>>

test('a switch cuts over on a weekend: frozen, loaded, proven and live within its deadline', async ({ page }) => {
  test.setTimeout(300_000)
  const it = await aFullSwitch('cutover-ready', 3)
  await whenTheFreezeIsPrepared(page, it)
  await whenTheOldSystemStandsStill(page, it)
  await whenTheFinalLoadIsProven(page, it)
  await thenThePracticeIsLive(page, it)
})

async function whenTheFreezeIsPrepared(page: Page, { of, s }: Situation) {
  s.story.now = new Date(now().getTime() - 3_600_000)
  const state = (
    role: 'practice-manager' | 'delivery-partner',
    ...given: [Parameters<typeof s.state>[1], Parameters<typeof s.state>[2]]
  ) => s.state(role, ...given)
  const extract = (days: number) => dayOf(new Date(Date.parse(s.T) - days * 86_400_000))
  await state('practice-manager', 'cutover-meeting', { heldOn: extract(40) })
  await state('practice-manager', 'pcse-form', { sentOn: extract(20) })
  await state('delivery-partner', 'smartcards', { cards: 20, tested: 20 })
  await state('practice-manager', 're-entry-process', { process: 'Slips on paper' })
  await state('practice-manager', 'downtime-rota', { people: 6 })
  await stateAs(page, of.manager, s.id, 'Deadline of the roll-back', { Day: extract(1), Time: '15:00' })
  await stateAs(
    page,
    of.manager,
    s.id,
    'Go or no-go for the cut-over',
    { 'Decided on': dayOf(now()) },
    { Decision: 'go' },
  )
  await expectAccessible(page)
  for (const [person, role] of [
    [of.manager, 'practice manager'],
    [of.delivery, 'IT delivery partner'],
    [of.gainingSignatory, 'gaining supplier'],
  ] as const)
    await pressAs(page, person, s.id, `Sign as ${role}: the records can be frozen`, 'You have signed')
  await pressAs(page, of.losingSignatory, s.id, 'Freeze the records', 'The switch has moved on')
  await expect(page.getByRole('main')).toContainText('Without a go-live by')
}

async function whenTheOldSystemStandsStill(page: Page, { of, s }: Situation) {
  for (const _ of await s.linesInUse()) {
    await openAs(page, of.delivery, s.id)
    await page.getByLabel('What you saw').fill('The queue is empty')
    await page.getByRole('button', { name: 'Confirm that it is off' }).click()
    await expect(page.getByRole('status')).toContainText('The link is confirmed off')
  }
  await stateAs(page, of.losingSignatory, s.id, 'Everyone is logged off', { 'Sessions still open': '0' })
  await stateAs(page, of.manager, s.id, 'The re-entry log is open', { 'Number on the first slip': '1' })
  await openAs(page, of.manager, s.id)
  const slip = await unfolded(page, 'Enter a slip', 'Enter the slip')
  await slip.getByLabel('Number of the slip').fill('1')
  await slip.getByRole('button').click()
  await expect(page.getByRole('table', { name: 'Slips' })).toContainText('Not typed in')
  await when_the_suppliers_sign_their_manifests(page, of, s.id, 'final')
  await pressAs(page, of.gainingSignatory, s.id, 'Say that the final load is done', 'The final load is done')
  await expectAccessible(page)
}

async function whenTheFinalLoadIsProven(page: Page, { of, s }: Situation) {
  await openAs(page, of.manager, s.id)
  // A run takes a second: it must have ended before it is brought, however fast that is.
  s.story.now = new Date(now().getTime() - 1_000)
  const report = s.story.report('final', { text: 'final' })
  expect(sha256Hex(report)).toMatch(/^[0-9a-f]{64}$/)
  await bring(page, report)
  await expect(page.getByRole('status')).toContainText('The report is verified and taken in')
  for (const _ of await s.linesInUse()) {
    await openAs(page, of.gainingSignatory, s.id)
    await page.getByLabel('What you tested').fill('A test message came through')
    await page.getByRole('button', { name: 'Confirm that it works' }).click()
    await expect(page.getByRole('status')).toContainText('The link is proven')
  }
  await stateAs(page, of.partner, s.id, 'What changed since the trial load', {
    'Resources that differ': '812',
    'Why they differ': 'A month of work',
  })
  await when_both_sides_confirm_the_day(page, of, s.story.gainingContractId)
}

async function thenThePracticeIsLive(page: Page, { of, s }: Situation) {
  for (const [person, role] of [
    [of.partner, 'clinical lead'],
    [of.safety, 'clinical safety officer'],
    [of.manager, 'practice manager'],
  ] as const)
    await pressAs(page, person, s.id, `Sign as ${role}: safe to go live`, 'You have signed')
  await pressAs(page, of.manager, s.id, 'Go live', 'The practice is live')
  for (const person of [of.manager, of.approver, of.losingSignatory, of.gainingSignatory]) {
    await openAs(page, person, s.id)
    await expect(page.getByText(/The practice works in the new system since/)).toBeVisible()
  }
  await expectAccessible(page)
  await page.goto(`/switches/${s.id}/timeline`)
  await expect(page.getByRole('table', { name: 'Due days' })).toContainText('Run of day 20')
  await expectAccessible(page)
  await page.goto('/switches')
  await expect(page.getByRole('table', { name: /Switches/ })).toContainText('Live')
}
