import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import { openSession } from '@/lib/identity/open-session'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { drainJobs } from '@/lib/worker/drain'

export type { BrowserContext, Page }
export { db, drainJobs, expect }

export const portalAddress = () => process.env.PORTAL_ADDRESS!

/** One scenario a file; the browser is the one that the project found (see browser.ts). A script error fails the journey. */
export const test = base.extend<{ page: Page }, { journeyBrowser: Awaited<ReturnType<typeof chromium.launch>> }>({
  journeyBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const browser = await chromium.launch(JSON.parse(process.env.JOURNEY_BROWSER!))
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ journeyBrowser, javaScriptEnabled, viewport }, use) => {
    const context = await journeyBrowser.newContext({ baseURL: portalAddress(), javaScriptEnabled, viewport })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      const ours = message.location().url === '' || message.location().url.startsWith(portalAddress())
      if (ours && message.type() === 'error' && !/status of (400|403|404|422|503)/.test(message.text()))
        faults.push(message.text())
    })
    await use(page)
    await context.close()
    expect(faults, 'errors in the browser').toEqual([])
  },
})

/** Signs the browser in as a person of the story (or of a factory) by writing a session, as nobody but a test may. */
export async function signInAs(page: Page, emailOrId: string): Promise<void> {
  const where = emailOrId.includes('@') ? { email: emailOrId } : { id: emailOrId }
  const person = await db.person.findUniqueOrThrow({ where, select: { id: true } })
  const token = await openSession(person.id, now(), 'journey')
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  await page
    .context()
    .addCookies([
      { name: 'next-auth.session-token', value: token, url: portalAddress(), httpOnly: true, sameSite: 'Lax' },
    ])
}

export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'next-auth.session-token' })
}

/** Goes where a link of the navigation leads; opens its group first, where links stand in groups. */
export async function goByMenu(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Main' })
  const way = { name, exact: true }
  const group = menu.locator('.fold--group').filter({ has: page.getByRole('link', { ...way, includeHidden: true }) })
  if ((await group.count()) > 0) await group.locator('summary').click()
  await menu.getByRole('link', way).click()
}

/** No violation of WCAG 2.2 A and AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  // After an action the head of the page is drawn anew and for a moment has no title: what is wrong stays wrong when asked again.
  await expect(async () => expect(await violationsOf(page)).toEqual([])).toPass({
    timeout: 30_000,
    intervals: [300, 1_000],
  })
}

/** What axe finds on the page as it stands now, in one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // The portal has no frames, for which alone axe would open a page of its own each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze()
  return violations.map(
    (v) =>
      `${v.id}: ${v.help} at ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}
