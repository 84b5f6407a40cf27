import { inflateSync } from 'node:zlib'
import type { Page } from './journey'

export type Printed = {
  /** What stands on the paper, without any space and ligature: a sheet knows no words, only where each letter is. */
  text: string
  sheets: number
}

/** The page as the browser prints it: the letters on A4 sheets, read from the PDF that it writes. */
export async function printed(page: Page): Promise<Printed> {
  return readPrinted(await page.pdf({ preferCSSPageSize: true }))
}

/** The text as `printed` would have it. */
export const onPaper = (words: string): string => words.normalize('NFKC').replace(/\s/g, '')

/** Widths of whatever stands in print outside the sheet's edges, by its beginning. Ask while the page is laid out for print, as wide as a sheet. */
export async function cutFromPaper(page: Page): Promise<string[]> {
  const screen = page.viewportSize()!
  await page.emulateMedia({ media: 'print' })
  // A4 without the margins of `print.css`, in the browser's dots.
  await page.setViewportSize({ width: Math.floor(((210 - 24) / 25.4) * 96), height: 1000 })
  const cut = await page.evaluate(() => {
    const turned = [...document.querySelectorAll('.scroll-box')].filter((box) =>
      box.querySelector('thead th:nth-child(8)'),
    )
    const wide = [...document.querySelectorAll<HTMLElement>('main *')].filter(
      (one) =>
        !turned.some((box) => box.contains(one)) &&
        one.checkVisibility() &&
        getComputedStyle(one).position !== 'absolute' &&
        !one.closest('svg svg, svg *') &&
        one.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    )
    return wide.map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`)
  })
  await page.emulateMedia({ media: null })
  await page.setViewportSize(screen)
  return cut
}

/** Reads the letters of a PDF as Chromium writes it: each font has a table from its glyphs to Unicode. */
export function readPrinted(bytes: Buffer): Printed {
  const raw = bytes.toString('latin1')
  const objects = new Map([...raw.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]))
  const fonts = new Map<string, Map<string, string>>()
  for (const [id, body] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1]
    if (table) fonts.set(id, lettersOf(streamOf(objects.get(table)!)))
  }
  const named = new Map([...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, id!]))
  const sheets = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body))
  const text = sheets
    .flatMap((sheet) => [...(/\/Contents \[?((?:\d+ 0 R ?)+)/.exec(sheet)?.[1] ?? '').matchAll(/(\d+) 0 R/g)])
    .map(([, id]) => shownIn(streamOf(objects.get(id!)!), (name) => fonts.get(named.get(name) ?? '')))
    .join('')
  return { text: onPaper(text), sheets: sheets.length }
}

function shownIn(content: string, fontOf: (name: string) => Map<string, string> | undefined): string {
  let font: Map<string, string> | undefined
  let text = ''
  for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.-]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name) font = fontOf(name)
    else for (const glyph of hex!.match(/.{4}/g) ?? []) text += font?.get(glyph.toUpperCase()) ?? ''
  }
  return text
}

function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>()
  const put = (glyph: number, unicode: string) =>
    letters.set(glyph.toString(16).padStart(4, '0').toUpperCase(), unicode)
  for (const [, block] of table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph, unicode] of block!.matchAll(/<(\w+)> <(\w+)>/g))
      put(Number.parseInt(glyph!, 16), utf16(unicode!))
  for (const [, block] of table.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from, to, unicode] of block!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let i = Number.parseInt(from!, 16); i <= Number.parseInt(to!, 16); i++)
        put(i, String.fromCharCode(Number.parseInt(unicode!, 16) + i - Number.parseInt(from!, 16)))
  return letters
}

const utf16 = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

function streamOf(body: string): string {
  const from = body.indexOf('stream\n') + 'stream\n'.length
  const bytes = Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}
