import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addresses } from '@/e2e/access/matrix'

/** These are opened from a letter or sent to by the portal itself: no page links to them, by design. */
const withoutLink: Record<string, string> = {
  '/forbidden': 'where a refusal leads',
  '/invitation': 'from the letter of the invitation',
  '/new-password': 'from the letter that was asked for',
  '/supplier/join/confirm': 'from the letter that confirms the address',
}

/** These stand at the top, or a reader is sent there in the midst of something: the way back is what they came from. */
const withoutTrail = ['/', '/forbidden', '/invitation', '/new-password', '/sign-in', '/sign-out']

const sources = ['app', 'components', 'lib']
  .flatMap(walk)
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
const texts = sources.map((file) => readFileSync(file, 'utf8'))
/** Whatever stands in quotes and looks like an address, or like the end of one. */
const hrefs = [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/['"`]((?:\$\{[^}]+\})?\/[^'"`\s]*)['"`]/g)].map((m) => m[1]!))),
]

describe('the ways through the portal', () => {
  const pages = walk('app')
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => file.replace(/^app/, '').replace(/\/page\.tsx$/, '') || '/')

  it('every page is linked from somewhere', () => {
    expect(pages.filter((page) => !withoutLink[page] && !hrefs.some((href) => leadsTo(href, page)))).toEqual([])
  })

  it('every other page says where it stands, and shows the way back', () => {
    const silent = pages.filter((page) => !readFileSync(join('app', page, 'page.tsx'), 'utf8').includes('<Breadcrumbs'))
    expect(silent.sort()).toEqual(withoutTrail)
  })

  it('whatever is said to have no link is a page', () => {
    for (const page of Object.keys(withoutLink)) expect(Object.keys(addresses)).toContain(page)
  })
})

/** Whether an address as it is written in the sources may be that page: `${…}` stands for anything, also for the whole beginning. */
function leadsTo(href: string, page: string): boolean {
  const path = href.split(/[?#]/)[0]!
  const parts = page.split('/').slice(1)
  const pattern = parts.map((part) => (part.startsWith('[') ? '(?:\\$\\{.*?\\}|[^/]+)' : escaped(part))).join('/')
  if (new RegExp(`^/${pattern}$`).test(path)) return true
  const last = parts.at(-1)!
  return path.startsWith('${') && new RegExp(`/${last.startsWith('[') ? '\\$\\{.*?\\}' : escaped(last)}$`).test(path)
}
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
