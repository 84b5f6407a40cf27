import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningProvider, startProvider } from '@/lib/conformance/provider/start-provider'
import { aListedModule, type ListedModule } from '../assurance/standard-situation'
import { db, drainJobs, expect, expectAccessible, type Page, portalAddress, signInAs, test } from '../support/journey'

const token = 'canary-token-of-the-journey-5f1c'

test('a supplier proves an endpoint, sees red, mends it, sees green; the official run is logged and the register shows it', async ({
  page,
}) => {
  test.setTimeout(360_000)
  const listed = await given_a_module_that_machines_test()
  let provider = await startProvider({ fault: 'no-smart', token })
  try {
    await when_the_supplier_enters_the_endpoint(page, listed, provider)
    await when_it_is_proven_and_approved(page, provider)
    await when_the_supplier_dry_runs(page)
    await then_it_is_red(page)
    await provider.close()
    provider = await startProvider({ token, port: provider.port })
    await page.getByRole('button', { name: 'Dry-run again' }).click()
    await then_it_is_green(page)
    await when_the_authority_asks_for_an_official_run(page, listed)
    const proof = await then_the_register_shows_it(page, listed)
    await then_anybody_can_verify_it(page, proof)
    await then_the_token_is_nowhere(page)
  } finally {
    await provider.close()
  }
})

async function given_a_module_that_machines_test(): Promise<ListedModule> {
  const listed = await aListedModule()
  const { standardVersionId } = await db.requirement.findFirstOrThrow({ where: { id: listed.requirementId } })
  await db.requirement.create({
    data: {
      ...{ standardVersionId, id: `${listed.standardId}/M1`, title: 'A modern endpoint', level: 'MUST', hazard: 'LOW' },
      ...{ method: 'MACHINE', checks: ['CAP-01', 'SMART-01'] },
    },
  })
  return listed
}
async function when_the_supplier_enters_the_endpoint(page: Page, listed: ListedModule, { base }: RunningProvider) {
  await signInAs(page, listed.editor.userId)
  await page.goto('/supplier/endpoints')
  await expectAccessible(page)
  await page.getByLabel('Module', { exact: true }).selectOption({ label: `${listed.name} 1.0.0` })
  await page.getByLabel('Address of the FHIR server').fill('https://127.0.0.1/fhir')
  await page.getByLabel('Token (optional)').fill(token)
  await page.getByRole('button', { name: 'Add the endpoint' }).click()
  await expect(page.getByText('TARGET_NOT_ALLOWED').first()).toBeVisible()
  await expect(page.getByLabel('Token (optional)')).toHaveValue('')
  await page.getByLabel('Address of the FHIR server').fill(base)
  await page.getByLabel('Token (optional)').fill(token)
  await page.getByRole('button', { name: 'Add the endpoint' }).click()
  await expect(page.getByText('The endpoint is saved.')).toBeVisible()
  await expectAccessible(page)
}
async function when_it_is_proven_and_approved(page: Page, provider: RunningProvider) {
  const address = page.url().split('?')[0]!
  await page.getByRole('button', { name: 'Look for it now' }).click()
  await shows(page, address, 'We looked and did not find it')
  provider.publish((await page.locator('code', { hasText: /^gpit-/ }).textContent())!)
  await page.getByRole('button', { name: 'Look for it now' }).click()
  await shows(page, address, 'Proven, waits for the authority')
  await signedInAgain(page, 'assessor@authority.example', address)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Approve sandbox.test' }).click()
  await expect(page.getByText('The host is approved. Runs can start.')).toBeVisible()
  await expectAccessible(page)
}
async function when_the_supplier_dry_runs(page: Page) {
  const address = page.url().split('?')[0]!
  const { supplierId } = await db.endpoint.findUniqueOrThrow({ where: { id: address.split('/').at(-1)! } })
  const editor = await db.grant.findFirstOrThrow({ where: { organisationId: supplierId, role: 'supplier-editor' } })
  await signedInAgain(page, editor.personId, address)
  await page.getByRole('button', { name: 'Start a dry run' }).click()
  await expect(page.getByRole('heading', { name: 'Dry run' })).toBeVisible()
}
async function then_it_is_red(page: Page) {
  // The page itself asks how far it is, and shows the results when the run is over.
  await expect(page.getByRole('row', { name: /^SMART-01/ })).toContainText('Failed', { timeout: 120_000 })
  await expect(page.getByRole('row', { name: /^CAP-01/ })).toContainText('Passed')
  await expectAccessible(page)
}
async function then_it_is_green(page: Page) {
  await expect(page.getByRole('row', { name: /^SMART-01/ })).toContainText('Passed', { timeout: 120_000 })
  await expect(page.getByText('Failed')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Download the report (JSON)' })).toBeVisible()
}
async function when_the_authority_asks_for_an_official_run(page: Page, { moduleVersionId }: ListedModule) {
  expect(await db.checkFact.count({ where: { moduleVersionId } }), 'a dry run is no fact').toBe(0)
  const { id } = await db.endpoint.findFirstOrThrow({ where: { moduleVersionId } })
  await signInAs(page, 'assessor@authority.example')
  await page.goto('/assurance/runs')
  await expectAccessible(page)
  await page.goto(`/endpoints/${id}`)
  await page.getByRole('radio', { name: 'Official run' }).check()
  await page.getByLabel('Reason').first().fill('The first look at this endpoint')
  await page.getByRole('button', { name: 'Start the run' }).click()
  await expect(page.getByText(/Signed proof, leaf \d+/)).toBeVisible({ timeout: 120_000 })
  await expectAccessible(page)
}
async function then_the_register_shows_it(page: Page, { moduleId, standardId }: ListedModule): Promise<string> {
  await drainJobs()
  await page.context().clearCookies()
  await page.goto(`/register/${moduleId}/1.0.0`)
  const line = page.getByRole('row', { name: new RegExp(`^${standardId}/M1`) })
  await expect(line).toContainText('the newest official checks pass and are in date (D5)')
  await expect(line).toContainText('Fully: CAP-01, SMART-01')
  await expectAccessible(page)
  return (await line.getByRole('link', { name: 'signed proof' }).first().getAttribute('href'))!
}
async function then_anybody_can_verify_it(page: Page, proof: string) {
  const folder = mkdtempSync(join(tmpdir(), 'verifies-'))
  for (const [name, address] of [
    ['proof.json', proof],
    ['keys.json', '/evidence-log/keys.json'],
    ['verify.mjs', '/evidence-log/verify.mjs'],
  ]) {
    const answer = await page.request.get(`${portalAddress()}${address}`)
    expect(answer.status()).toBe(200)
    writeFileSync(join(folder, name!), await answer.body())
  }
  const verified = spawnSync(process.execPath, ['verify.mjs', 'proof.json', '--keys', 'keys.json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(verified.stdout).toContain('MET_MACHINE')
  expect(verified.status, verified.stderr).toBe(0)
}
async function then_the_token_is_nowhere(page: Page) {
  const rows = await db.$queryRaw<{ found: bigint }[]>`
    select (select count(*) from "ConformanceRun" r where r::text like ${`%${token}%`})
      + (select count(*) from "Event" e where e::text like ${`%${token}%`})
      + (select count(*) from "LogLeaf" l where l::text like ${`%${token}%`})
      + (select count(*) from "MailMessage" m where m::text like ${`%${token}%`}) as found`
  expect(Number(rows[0]!.found)).toBe(0)
  expect(await page.content()).not.toContain(token)
}

/** What the worker brings about, shown by loading the page again. */
async function shows(page: Page, address: string, words: string) {
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
}
async function signedInAgain(page: Page, who: string, address: string) {
  await signInAs(page, who)
  await page.goto(address)
}
