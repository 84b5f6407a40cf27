import { makeContract } from '@/lib/contracts/make-contract'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addDays, addMonths, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { keepCasesOfModule } from '@/lib/switching/cases/keep-cases'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { contract, parties, signedCallOff } from '@/prisma/factories/contract'
import { db, drainJobs, expect, expectAccessible, type Page, portalAddress, signInAs, test } from '../support/journey'
import { portalLater } from '../support/later'
import { aModuleThatKeeps, aStandardOfItsOwn, type ListedModule } from './standard-situation'
import { aNightIsCompared, theStandingIsDerived, whenTheAuthorDrafts, whenTwoOfficersPublish } from './standard-steps'
import { whenTwoOfficersDecide } from './steps'
import { thenTheObligationIsMet, whenItIsFoundMetAhead, whenTheSupplierAsks } from './uplift-steps'
import { whenTwoOfficersAcceptThePlan } from './work-off-steps'

/**
 * A standard is refreshed with a tightened requirement; the preview names the modules that would lapse; the transition ends; one
 * supplier re-proves in time, one gets a work-off plan, one is suspended by two officers; the practice that runs it sees its
 * case and its alternatives and starts a switch from it; the register of last month still says what it said.
 */
test('a standard is tightened: one module re-proves, one works it off, one is suspended and its practice leaves', async ({
  page,
  journeyBrowser,
}) => {
  test.setTimeout(360_000)
  const it = await threeModulesUnderOneStandard()
  const [proved, planned, suspended] = it.modules
  await whenTheAuthorDrafts(
    page,
    it.standard,
    it.modules.map((m) => m.name),
  )
  await whenTwoOfficersPublish(page, it.standard, 'Each of its practices has somewhere to go')
  await then_each_supplier_must_act(it)
  await whenTheSupplierAsks(page, proved)
  await whenItIsFoundMetAhead(page, proved)
  await thenTheObligationIsMet(page, proved)
  await then_the_register_says(page, proved, 'Conformant')
  await drainJobs()
  const was = await registersOf(page, portalAddress(), it)
  const later = await portalLater(32)
  const context = await journeyBrowser.newContext({ baseURL: later.address })
  try {
    const afterwards = await context.newPage()
    await aNightIsCompared(...it.modules.map((m) => m.moduleVersionId))
    await then_the_register_says(afterwards, proved, 'Conformant')
    await then_the_register_says(afterwards, planned, 'Not conformant (lapsed)')
    await then_the_register_says(afterwards, suspended, 'Not conformant (lapsed)')
    await when_the_supplier_proposes_a_plan(afterwards, planned)
    await whenTwoOfficersAcceptThePlan(afterwards, { ...planned, script: true }, summary)
    await then_the_register_says(afterwards, planned, /^Conformant with work-off \(1, next due/)
    await whenTwoOfficersDecide(afterwards, { ...suspended, script: true }, 'Suspend it')
    await then_the_register_says(afterwards, suspended, 'Suspended')
    await when_the_practice_starts_a_switch_from_its_case(afterwards, it)
    await then_the_register_of_last_month_says_what_it_said(afterwards, later.address, it, was)
  } finally {
    await context.close()
    await later.stop()
  }
})

const summary = 'A witness is invited to the next two releases'

type Situation = Awaited<ReturnType<typeof threeModulesUnderOneStandard>>
/** Three suppliers' modules under a standard of their own, and a practice that runs the third. */
async function threeModulesUnderOneStandard() {
  // A text can claim C0 to C99; the national capabilities end before C60.
  const capabilityId = `C${60 + (Number.parseInt(newId().slice(0, 6), 16) % 40)}`
  const capability = { id: capabilityId, name: 'Journey capability', category: 'Journey', status: 'effective' }
  await db.capability.createMany({ data: [capability], skipDuplicates: true })
  const standard = await aStandardOfItsOwn(300, capabilityId)
  const { standardId } = standard
  const named = async (word: string) => aModuleThatKeeps(standard, `${word} ${standardId}`, [capabilityId])
  const modules = [await named('Harrow Prove'), await named('Harrow Plan'), await named('Harrow Stop')] as const
  const [, , used] = modules
  const of = await parties()
  const startsOn = addMonths(dayOf(now()), -6)
  const signed = signedCallOff(of, {
    moduleId: used.moduleId,
    moduleVersionId: used.moduleVersionId,
    listingVersionId: used.listingVersionId,
    supplierId: used.id,
    moduleName: used.name,
    startsOn,
    endsOn: addMonths(startsOn, 36),
    signedAt: now(),
  })
  const { id } = await value(makeContract(contextOf(undefined, now()), signed))
  for (const actor of [of.manager, used.signatory]) await contract.confirm(actor, id, dayOf(now()), now())
  return { standard, modules, manager: of.manager, contractId: id, lastMonth: addDays(dayOf(now()), -1) }
}

async function then_each_supplier_must_act({ modules }: Situation) {
  const where = { moduleVersionId: { in: modules.map((m) => m.moduleVersionId) } }
  await expect(async () => {
    await drainJobs()
    expect(await db.obligation.count({ where })).toBe(3)
  }).toPass({ timeout: 20_000 })
}

async function then_the_register_says(page: Page, { moduleId }: ListedModule, label: string | RegExp) {
  await page.goto(`/register/${moduleId}/1.0.0`)
  const said = typeof label === 'string' ? page.getByText(label, { exact: true }) : page.getByText(label)
  await expect(said.first()).toBeVisible()
}

async function when_the_supplier_proposes_a_plan(page: Page, { editor, requirementId }: ListedModule) {
  await signInAs(page, editor.userId)
  await page.goto('/supplier/non-conformities')
  await page.getByRole('link', { name: requirementId }).click()
  await page.getByRole('radio', { name: 'Work-off plan' }).check()
  await page.getByLabel('How you will mend it').fill(summary)
  await page.getByLabel('What is done by milestone 1', { exact: true }).fill('A witness has seen a release')
  await page.getByLabel('Day of milestone 1', { exact: true }).fill(addDays(dayOf(now()), 90))
  await page.getByRole('button', { name: 'Propose the plan' }).click()
  await expect(page.getByText('Your plan waits for two officers of the authority.').first()).toBeVisible()
  await expectAccessible(page)
}

async function when_the_practice_starts_a_switch_from_its_case(
  page: Page,
  { modules, manager, contractId }: Situation,
) {
  const [proved, , suspended] = modules
  // The portal's own worker lives today, where nothing is suspended yet: the reaction is asked once more on the later day.
  await expect(async () => {
    await drainJobs()
    await keepCasesOfModule(contextOf(system, now()), { about: { id: suspended.moduleVersionId } } as never)
    expect(await db.exitCase.count({ where: { contractId, state: 'at-risk' } })).toBe(1)
  }).toPass({ timeout: 20_000 })
  await signInAs(page, manager.userId)
  await page.goto('/cases')
  await page.getByRole('link', { name: suspended.name }).click()
  await expect(page).toHaveURL(/\/cases\//)
  const alternatives = page.getByRole('table', { name: 'Alternatives' })
  await expect(async () => {
    await theStandingIsDerived(proved.moduleVersionId)
    await page.reload()
    await expect(alternatives.getByRole('link', { name: proved.name })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })
  await expect(alternatives.getByRole('link', { name: suspended.name })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open a switch' }).click()
  await expect(page).toHaveURL(/\/switches\//)
  expect(await db.switch.count({ where: { leavingContractId: contractId } })).toBe(1)
}

/** What the register says of a past day, byte by byte. */
async function registersOf(page: Page, address: string, { modules, lastMonth }: Situation): Promise<string[]> {
  const said: string[] = []
  for (const { moduleId } of modules) {
    const answer = await page.request.get(`${address}/register/${moduleId}/1.0.0.json?asOf=${lastMonth}`)
    expect(answer.status()).toBe(200)
    said.push(await answer.text())
  }
  return said
}

async function then_the_register_of_last_month_says_what_it_said(
  page: Page,
  address: string,
  it: Situation,
  was: string[],
) {
  for (const { moduleId } of it.modules) {
    await page.goto(`/register/${moduleId}/1.0.0?asOf=${it.lastMonth}`)
    await expect(page.getByText('Conformant', { exact: true }).first()).toBeVisible()
  }
  expect(await registersOf(page, address, it)).toEqual(was)
}
