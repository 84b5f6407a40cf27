import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { addDays, addMonths, dayOf } from '@/lib/platform/days'
import { sealEvidence } from '@/lib/switching/pack/seal-evidence'
import { type FullCast, FullSwitchStory } from '@/prisma/factories/full-switch'
import { endStated, walkTo } from '@/prisma/factories/full-switch-way'
import { SwitchStory } from '@/prisma/factories/switch'
import { completeOrder } from '../call-offs/steps'
import { db, drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'
import { portalLater } from '../support/later'
import { mondayFrom } from '../switching/full-situations'
import { when_the_manager_opens } from '../switching/steps'
import { theCast } from './cast'

/** The whole mission in one file, by the people of the demonstration story. */
test('a practice looks, finds, compares, chooses, has it funded, signs, switches and closes', async ({
  page,
  journeyBrowser,
}) => {
  test.setTimeout(600_000)
  const name = `Leave Meridian ${Date.now()}`
  await given_what_riverside_runs_today(page)
  await when_the_manager_finds_and_compares(page)
  await when_the_manager_keeps_a_shortlist(page, name)
  const project = await when_the_manager_takes_it_to_a_decision(page, name)
  const callOff = await when_the_manager_orders(page, project)
  await when_the_approver_approves(page)
  await when_it_is_sent_for_signature(page, callOff)
  await when_both_sides_sign(page, callOff)
  const contractId = await then_the_contract_stands(page, callOff)

  const start = await portalLater(40)
  const atStart = await (await journeyBrowser.newContext({ baseURL: start.address })).newPage()
  const cast = await theCast()
  const switchId = await when_the_manager_opens(atStart, cast, contractId)
  const way = theWay(switchId, cast, contractId)
  await walkTo(way, 'legacy-read-only')
  await endStated(way)
  await drainJobs()
  await start.stop()

  const end = await portalLater(Math.ceil((way.story.now.getTime() - now().getTime()) / 86_400_000) + 1)
  const atEnd = await (await journeyBrowser.newContext({ baseURL: end.address })).newPage()
  await when_the_old_copy_is_deleted(atEnd, switchId)
  way.story.now = now()
  await way.as('practice-manager', sealEvidence, {})
  await way.sign('G12')
  await when_the_commissioner_closes(atEnd, switchId)
  await then_the_whole_history_can_be_read(atEnd, switchId, callOff)
  await end.stop()
})

/** From the page on by commands: every gate on the days that a real switch has, to a go-live about four months later. */
function theWay(switchId: string, cast: FullCast, contractId: string): FullSwitchStory {
  const T = mondayFrom(addDays(dayOf(now()), 121))
  return FullSwitchStory.over(SwitchStory.over(switchId, cast, contractId, now()), cast, T)
}

const as = (page: Page, email: string) => signInAs(page, email)

async function given_what_riverside_runs_today(page: Page) {
  await as(page, 'manager@riverside.example')
  await page.goto('/systems')
  await expect(page.getByRole('main')).toContainText('Meridian Practice')
  await expectAccessible(page)
}

async function when_the_manager_finds_and_compares(page: Page) {
  await page.goto('/modules?cap=C5,C11,C12,C13,C14,C15&n=9871')
  await expect(page.getByRole('link', { name: 'OpenPath Record', exact: true })).toBeVisible()
  for (const module of ['OpenPath Record', 'Meridian Practice'])
    await page.getByRole('checkbox', { name: new RegExp(module) }).check()
  await page.getByRole('button', { name: 'Compare the chosen modules' }).click()
  await expect(page.getByRole('columnheader', { name: 'OpenPath Record' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('£12,437.46')
  await expectAccessible(page)
}

async function when_the_manager_keeps_a_shortlist(page: Page, name: string) {
  await page.goto('/modules?q=OpenPath+Record')
  await page.getByRole('link', { name: 'OpenPath Record', exact: true }).click()
  await page.getByRole('link', { name: 'Start a new shortlist with this module' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Start the shortlist' }).click()
  await page.goto('/modules?q=Meridian+Practice')
  await page.getByRole('link', { name: 'Meridian Practice', exact: true }).click()
  await page.getByLabel('Shortlist', { exact: true }).selectOption({ label: name })
  await page.getByRole('button', { name: 'Add to this shortlist' }).click()
  await expect(page.getByText('The module is on the shortlist.')).toBeVisible()
}

async function when_the_manager_takes_it_to_a_decision(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Start a project' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await page.getByLabel('First day of the contract').fill('2020-01-01')
  await page.getByLabel('Term in months').fill('36')
  await page.getByLabel('Planned go-live').fill('2020-02-01')
  await page.getByLabel('Framework').selectOption('TIF001')
  await page.getByLabel('Direct award').check()
  await page.getByRole('button', { name: 'Save what you need' }).click()
  await expect(page.getByRole('alert').first()).toContainText('The start must be in the future')
  await page.getByLabel('First day of the contract').fill(firstOfNextMonth())
  await page.getByLabel('Planned go-live').fill(firstOfNextMonth())
  await page.getByRole('button', { name: 'Save what you need' }).click()
  await page.getByRole('button', { name: 'Freeze the shortlist' }).click()
  await expect(page.getByRole('table', { name: 'The frozen shortlist' })).toContainText('£37,312.38')
  await expectAccessible(page)
  await page.getByLabel('OpenPath Record', { exact: true }).check()
  await page.getByLabel('Kind of reason').selectOption('best-by-mechanism')
  await page
    .getByLabel('Why this one?')
    .fill('It costs less over the term and its export of the whole record was proven.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Say why Meridian Practice was not chosen')
  await page.getByLabel('If Meridian Practice is not chosen: main cause').selectOption('price')
  await page
    .getByLabel('If Meridian Practice is not chosen: why not?')
    .fill('It costs more over the term, and staff asked for browser access.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await expect(page.getByText('SHA-256 of the pack')).toBeVisible()
  await expectAccessible(page)
  return new URL(page.url()).pathname
}

async function when_the_manager_orders(page: Page, project: string): Promise<string> {
  const shown = await page.getByRole('main').textContent()
  const pack = await page.request.get(`${project}/pack.json`)
  expect(shown).toContain(sha256Hex(await pack.body()))
  await page.getByRole('button', { name: 'Draft the order' }).click()
  await expect(page.getByRole('main')).toContainText('£37,312.38 excluding VAT')
  const order = new URL(page.url()).pathname
  await completeOrder(page, order, false)
  await page
    .getByLabel('Why does the practice need it?')
    .fill('The present contract ends next year and the record must be open to us.')
  await page.getByRole('button', { name: 'Ask for funding' }).click()
  await expect(page.getByRole('status')).toContainText('The payer has your request')
  await expectAccessible(page)
  return new URL(page.url()).pathname
}

async function when_the_approver_approves(page: Page) {
  await drainJobs()
  await as(page, 'approver@northbank.example')
  await page.goto('/funding')
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /OpenPath Record, call-off/ })
    .first()
    .click()
  await expect(page.getByRole('img', { name: /GPIT .*this request .*left/ }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status')).toContainText('approved')
  await drainJobs()
}

async function when_it_is_sent_for_signature(page: Page, callOff: string) {
  await as(page, 'manager@riverside.example')
  // The portal's own worker may have taken the job a moment before us, and be at it still.
  await expect(async () => {
    await drainJobs()
    await page.goto(callOff)
    await expect(page.getByRole('button', { name: 'Send for signature' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Send for signature' }).click()
  await expect(page.getByRole('status')).toContainText('Both sides can sign now')
  await expect(
    page.getByText('Only a funding approver of the payer and a signatory of the supplier can sign.'),
  ).toBeVisible()
}

async function when_both_sides_sign(page: Page, callOff: string) {
  for (const email of ['approver@northbank.example', 'signatory@openpath.example']) {
    await as(page, email)
    await page.goto(callOff)
    await page.getByRole('button', { name: 'Sign these terms' }).click()
    await expect(page.getByRole('status')).toContainText('Your signature is recorded')
  }
  await expectAccessible(page)
  await drainJobs()
}

async function then_the_contract_stands(page: Page, callOff: string): Promise<string> {
  await as(page, 'manager@riverside.example')
  const { id } = await db.contract.findFirstOrThrow({
    where: { callOffId: callOff.split('/').at(-1)! },
    select: { id: true },
  })
  await page.goto(`/contracts/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('OpenPath Record')
  await expect(page.getByRole('main')).toContainText(/notice/i)
  await expectAccessible(page)
  return id
}

async function when_the_old_copy_is_deleted(page: Page, switchId: string) {
  await as(page, 'signatory@meridian.example')
  await page.goto(`/switches/${switchId}`)
  await page.getByLabel('SHA-256 of the deletion certificate').fill(sha256Hex('certificate'))
  await page.getByRole('button', { name: 'Certify the deletion' }).click()
  await expect(page.getByRole('status')).toBeVisible()
}

async function when_the_commissioner_closes(page: Page, switchId: string) {
  await as(page, 'approver@northbank.example')
  await page.goto(`/switches/${switchId}`)
  await page.getByRole('button', { name: 'Close the switch' }).click()
  await expect(page.getByRole('status')).toContainText(/closed/i)
}

async function then_the_whole_history_can_be_read(page: Page, switchId: string, callOff: string) {
  await as(page, 'manager@riverside.example')
  await page.goto(`/switches/${switchId}/timeline`)
  for (const words of ['Switch opened', 'Final load done', 'Practice went live', 'Switch closed'])
    await expect(page.getByRole('main')).toContainText(words)
  await expectAccessible(page)
  await page.goto(callOff)
  for (const words of ['Asked for funding', 'Approved the funding', 'Signed the order', 'Both sides have signed'])
    await expect(page.getByRole('main')).toContainText(words)
}

function firstOfNextMonth(): string {
  return `${addMonths(dayOf(now()), 1).slice(0, 7)}-01`
}
