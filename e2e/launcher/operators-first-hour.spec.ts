import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, openEmbedded } from '@/lib/platform/embedded-postgres'
import { startIdentityProvider } from '../support/identity-provider'
import { expect, expectAccessible, type Page, test } from '../support/journey'
import { command, startedFrom, startMailServer } from './operators-own'

const word = 'three odd words together'
const commissioners = [
  'ccg_or_subicb_code,name,national_grouping,icb_code,open_date,close_date',
  'ZB1,INVENTED WEST,Y98,ZZY,20200401,',
]
/** The provider of the journeys knows this address, and has verified it. */
const approver = 'manager@riverside.example'

test('an operator goes from the runbook to a portal with a curator, figures, mail and people of a provider', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-operator-'))
  const [server, mail, port] = [
    await openEmbedded(folder, { durable: false }),
    await startMailServer(),
    await freePort(),
  ]
  const portal = `http://localhost:${port}`
  const provider = await startIdentityProvider(portal)
  const file = join(folder, 'portal.env')
  let stop = async (): Promise<number | null> => null
  try {
    stop = await startedFrom(file, {
      DATABASE_URL: server.url,
      PUBLIC_URL: portal,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      NEXTAUTH_SECRET: 'a secret that an operator makes up, 32 characters',
      SMTP_URL: mail.url,
      LOG_LEVEL: 'warn',
      ...provider.settings,
    })
    const first = when_the_operator_invites_a_curator(file)
    await expect
      .poll(() => mail.letters.some(({ text }) => plain(text).includes(first)), { timeout: 90_000 })
      .toBe(true)
    await when_the_curator_takes_the_first_link(page, first)
    await when_the_operator_imports_a_public_file(file, folder)
    await when_the_curator_sets_the_figures(page, portal, folder)
    await when_the_curator_invites(page, portal)
    const link = await then_a_letter_comes(mail.letters, portal)
    await page.context().clearCookies()
    await when_the_person_takes_the_link(page, link)
    await then_they_sign_in_at_their_provider(page, portal)
    expect(command(file, 'lib/worker/command-line/audit-verify.ts')).toMatch(/[0-9a-f]{64}/)
    expect(await stop()).toBe(0)
  } finally {
    await stop()
    await provider.stop()
    await mail.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

function when_the_operator_invites_a_curator(file: string): string {
  const script = 'lib/worker/command-line/first-curator.ts'
  return command(file, script, 'curator@operator.example', 'Cora Kent', "The authority's name").trim()
}

/** Long lines of a letter are broken with "=" (quoted-printable). */
const plain = (text: string) => text.replace(/=\r?\n/g, '').replaceAll('=3D', '=')

async function when_the_curator_takes_the_first_link(page: Page, link: string) {
  await page.goto(link)
  await page.getByLabel('Choose your password').fill(word)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByLabel('Email address').fill('curator@operator.example')
  await page.getByLabel('Password').fill(word)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('banner')).toContainText("The authority's name")
  await expectAccessible(page)
}

async function when_the_operator_imports_a_public_file(file: string, folder: string) {
  const csv = join(folder, 'eccg-2026-01.csv')
  writeFileSync(csv, `${commissioners.join('\n')}\n`)
  const summary = command(file, 'lib/worker/command-line/import.ts', 'commissioners', csv, '--json')
  expect(JSON.parse(summary)).toMatchObject({ new: 1, changed: 0 })
}

/** Nothing stands in for a figure that is missing, and the page says so. */
async function when_the_curator_sets_the_figures(page: Page, portal: string, folder: string) {
  await page.goto(`${portal}/admin/settings`)
  await expect(page.getByRole('row', { name: /Time to decide on a funding request/ })).toContainText('Not set')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the settings (CSV)' }).click()
  const file = join(folder, 'settings.csv')
  await (await download).saveAs(file)
  const filled = readFileSync(file, 'utf8').replace(/^decision-days,,,,/m, 'decision-days,10,,Board paper 7,')
  writeFileSync(file, filled.replace(/^vat-percent,,,,/m, 'vat-percent,20,,The standard rate,'))
  await page.getByLabel('File of settings').setInputFiles(file)
  await page.getByRole('button', { name: 'Set what the file says' }).click()
  await expect(page.getByRole('status')).toContainText('2 settings are set')
  await expect(page.getByRole('row', { name: /Time to decide on a funding request/ })).toContainText('10 working days')
}

async function when_the_curator_invites(page: Page, portal: string) {
  await page.goto(`${portal}/admin/people`)
  await page.getByLabel('Full name').fill('Nora North')
  await page.getByLabel('Email address', { exact: true }).fill(approver)
  const option = page.getByLabel('Organisation').locator('option', { hasText: /invented west/i })
  await page.getByLabel('Organisation').selectOption((await option.getAttribute('value'))!)
  await page.getByLabel('Role', { exact: true }).selectOption('funding-recommender')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('status')).toContainText('on its way')
}

async function then_a_letter_comes(letters: { to: string[]; text: string }[], portal: string): Promise<string> {
  const letter = () => letters.find(({ to }) => to.includes(approver))
  await expect.poll(() => letter() !== undefined, { timeout: 90_000 }).toBe(true)
  const found = /http:\/\/localhost:\d+\/invitation\?token=[\w-]+/.exec(plain(letter()!.text))![0]
  expect(found.startsWith(portal)).toBe(true)
  return found
}

async function when_the_person_takes_the_link(page: Page, link: string) {
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText(/invented west/i)
  await page.getByLabel('Choose your password').fill(word)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expect(page.getByRole('status')).toContainText('You have taken the invitation')
}

async function then_they_sign_in_at_their_provider(page: Page, portal: string) {
  await page.goto(`${portal}/sign-in?back=/account`)
  await page.getByRole('button', { name: 'Sign in with your organisation' }).click()
  await page.locator('input[name=login]').fill(approver)
  await page.locator('input[name=password]').fill('any')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(approver)
}
