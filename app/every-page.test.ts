import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyPage, exampleNames } from '@/e2e/access/every-page'

const pages = walk('app')
  .filter((file) => file.endsWith('/page.tsx'))
  .map((file) => file.replace(/^app/, '').replace(/\/page\.tsx$/, '') || '/')

/** What keeps a new page from being left out of the run through axe, without JavaScript and within its statements. */
describe('the table of every page', () => {
  it('has a row for every page, and none for a page that is gone', () => {
    expect(Object.keys(everyPage).sort()).toEqual(pages.sort())
  })

  it('every page with a part that changes has an example: a link that leads there, or a situation', () => {
    const without = Object.entries(everyPage).filter(
      ([address, { linkedFrom, example }]) => address.includes('[') && !linkedFrom && !example,
    )
    expect(without.map(([address]) => address)).toEqual([])
  })

  it('a link begins at a page that the table knows, and every situation is used', () => {
    const rows = Object.values(everyPage)
    expect(rows.flatMap(({ linkedFrom }) => linkedFrom ?? []).filter((from) => !everyPage[from])).toEqual([])
    expect(exampleNames.filter((name) => !rows.some(({ example }) => example === name))).toEqual([])
  })

  it('a page that belongs to a situation has one', () => {
    const lost = Object.entries(everyPage).filter(([, row]) => row.as === 'who belongs to it' && !row.example)
    expect(lost.map(([address]) => address)).toEqual([])
  })
})

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
