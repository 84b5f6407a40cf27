import { type CountingPortal, countingPortal } from '../support/counting-portal'
import { expect, type Page, signInAs, signOut, test, violationsOf } from '../support/journey'
import { everyPage, type PageRow } from './every-page'
import { type Example, examples } from './examples'
import { addresses } from './matrix'

/** One test a reader, who signs in once and opens all their pages; the readers come in two rows beside each other. */
test.describe.configure({ mode: 'parallel' })
const readers = new Map<string, [string, PageRow][]>()
for (const [address, row] of Object.entries(everyPage)) {
  const reader = row.as === 'who belongs to it' ? `who belongs to: ${row.example}` : row.as
  readers.set(reader, [...(readers.get(reader) ?? []), [address, row]])
}

const narrow = { width: 320, height: 640 }
let portal: CountingPortal
test.beforeAll(async () => {
  portal = await countingPortal()
})
test.afterAll(() => portal.stop())

for (const [reader, rows] of readers)
  test(`every page of ${reader} can be used`, async ({ page }) => {
    test.setTimeout(600_000)
    await page.setViewportSize(narrow)
    const plain = await withoutScript(page)
    const made = new Map<string, Example>()
    for (const [address, row] of rows)
      await test.step(address, async () => {
        const example = await exampleOf(row, made)
        if (row === rows[0]![1]) await signIn([page, plain], row, example)
        const path = await pathOf(page, address, row, example)
        const heading = await usable(page, path)
        const statements = await usablePlain(plain, path, heading)
        const most = `${address} sent ${statements.length} statements, ${repeated(statements)}`
        expect.soft(statements.length, most).toBeLessThanOrEqual(row.statements)
      })
    await plain.context().close()
  })

async function exampleOf({ example }: PageRow, made: Map<string, Example>): Promise<Example | undefined> {
  if (!example) return undefined
  const one = made.get(example) ?? (await examples[example]())
  made.set(example, one)
  return one
}

async function withoutScript(page: Page): Promise<Page> {
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: false, viewport: narrow })
  return context.newPage()
}

async function signIn(pages: Page[], { as }: PageRow, example: Example | undefined): Promise<void> {
  for (const page of pages) {
    if (as === 'visitor') await signOut(page)
    else await signInAs(page, as === 'who belongs to it' ? example!.as : as)
  }
}

async function pathOf(page: Page, address: string, row: PageRow, example: Example | undefined): Promise<string> {
  const { linkedFrom, query = '' } = row
  if (!linkedFrom) return filled(`${address}${query}`, example?.ids ?? {})
  const from = await pathOf(page, linkedFrom, everyPage[linkedFrom]!, undefined)
  const text = await (await page.request.get(`${portal.address}${from}`)).text()
  const links = [...text.matchAll(/href="(\/[^"#?]*)/g)].map(([, href]) => href!)
  const found = links.find((href) => leadsTo(href, address))
  if (!found) throw new Error(`no link on ${from} leads to ${address}`)
  return found
}

function leadsTo(href: string, address: string): boolean {
  const pattern = address.replace(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(href) && !(href in addresses)
}

function filled(address: string, ids: Record<string, string>): string {
  return address.replace(/\[(\w+)\]/g, (_, name: string) => {
    if (!ids[name]) throw new Error(`the example of ${address} has no ${name}`)
    return ids[name]
  })
}

/** Opens the page as most people do; answers its heading. */
async function usable(page: Page, path: string): Promise<string> {
  const answer = await page.goto(`${portal.address}${path}`)
  expect.soft(answer!.status(), path).toBe(200)
  expect.soft(await page.getByRole('heading', { level: 1 }).count(), `first headings of ${path}`).toBe(1)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `width of ${path} at 320 px`).toBeLessThanOrEqual(320)
  expect.soft(await violationsOf(page), path).toEqual([])
  return page.getByRole('heading', { level: 1 }).innerText()
}

/** The same page says the same without a script, and each of its forms can be sent. Answers what it asked of the database. */
async function usablePlain(page: Page, path: string, heading: string): Promise<string[]> {
  const answer = await page.goto(`${portal.address}${path}`)
  expect.soft(answer!.status(), `${path} without a script`).toBe(200)
  expect
    .soft(await page.getByRole('heading', { level: 1 }).innerText(), `heading of ${path} without a script`)
    .toBe(heading)
  const forms = page.locator('form')
  const without = forms.filter({ hasNot: page.locator('button:not([type="button"]), input[type="submit"]') })
  expect.soft(await without.count(), `forms of ${path} without a button`).toBe(0)
  return portal.statementsOf(path)
}

/** The statement that was sent most often, where any was sent twice. */
function repeated(statements: string[]): string {
  const counts = new Map<string, number>()
  for (const text of statements) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [text, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return times > 1 ? `${times} times ${text.replace(/\s+/g, ' ').slice(0, 160)}` : 'none twice'
}
