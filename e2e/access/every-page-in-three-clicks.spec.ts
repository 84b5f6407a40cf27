import { expect, type Page, signInAs, signOut, test } from '../support/journey'
import { everyPage, type PageRow } from './every-page'
import { type Example, examples } from './examples'
import { addresses } from './matrix'

/** One test a reader, so that each starts from their own first page. */
test.describe.configure({ mode: 'parallel' })
const mostClicks = 3
/** Lists show many of a kind; these many of each are opened. */
const mostOfAKind = 12
/** A search in the header is one click too. */
const search = `/search${everyPage['/search']!.query}`

const readers = new Map<string, [string, PageRow][]>()
for (const [address, row] of Object.entries(everyPage)) {
  if (row.notLinked !== undefined) continue
  const reader = row.as === 'who belongs to it' ? `who belongs to: ${row.example}` : row.as
  readers.set(reader, [...(readers.get(reader) ?? []), [address, row]])
}

for (const [reader, rows] of readers)
  test(`${reader} reaches their pages in three clicks`, async ({ page }) => {
    test.setTimeout(600_000)
    const { as } = rows[0]![1]
    const made = new Map<string, Example>()
    for (const [, { example }] of rows) if (example && !made.has(example)) made.set(example, await examples[example]())
    if (as === 'visitor') await signOut(page)
    else await signInAs(page, as === 'who belongs to it' ? [...made.values()][0]!.as : as)
    const wanted = rows.map(([address]) => address)
    const clicks = await clicksTo(page, wanted)
    expect(
      wanted.filter((address) => !(clicks.get(address)! <= mostClicks)).map((address) => `${address}: not reached`),
    ).toEqual([])
  })

/** How many clicks it takes to each page kind, from the first page, link by link; ends where all that are wanted are found. */
async function clicksTo(page: Page, wanted: string[]): Promise<Map<string, number>> {
  const clicks = new Map([['/', 0]])
  const opened = new Map<string, number>()
  const seen = new Set(['/'])
  let level = ['/']
  for (let click = 1; click <= mostClicks; click++) {
    const next: string[] = []
    for (const path of level) {
      if (wanted.every((address) => clicks.has(address))) return clicks
      for (const href of [...(await linksOf(page, path)), search]) {
        const kind = kindOf(href)
        if (!kind || seen.has(href)) continue
        seen.add(href)
        if (!clicks.has(kind)) clicks.set(kind, click)
        const times = (opened.get(kind) ?? 0) + 1
        opened.set(kind, times)
        if (times <= mostOfAKind) next.push(href)
      }
    }
    level = next
  }
  return clicks
}

/** The links of a page as a reader sees it: those of its text first, those of its head and foot too. */
async function linksOf(page: Page, path: string): Promise<string[]> {
  const answer = await page.request.get(path)
  if (!answer.headers()['content-type']?.startsWith('text/html')) return []
  const links = [...(await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  )
  return [...new Set(links)]
}

/** The page kind of an address: where several patterns fit, the one that leaves least open. */
function kindOf(href: string): string | undefined {
  const path = href.split('?')[0]!
  if (path in addresses) return path in everyPage ? path : undefined
  return Object.keys(everyPage)
    .filter((address) => new RegExp(`^${address.replace(/\[\w+\]/g, '[^/]+')}$`).test(path))
    .sort((a, b) => a.split('[').length - b.split('[').length)[0]
}
