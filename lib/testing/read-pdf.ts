import { inflateSync } from 'node:zlib'

/** What a test wants to know of a PDF that our own writer made: standard fonts, Flate streams, no encryption. */
export function readPdf(bytes: Buffer) {
  const raw = bytes.toString('latin1')
  const streams = [...raw.matchAll(/\/Filter \/FlateDecode[^>]*>>\s*stream\n([\s\S]*?)\nendstream/g)].map((match) =>
    inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1'),
  )
  const shown = streams.map((content) =>
    [...content.matchAll(/\[([^\]]*)\] TJ/g)]
      .map(([, parts]) => [...parts!.matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => decoded(hex!)).join(''))
      .join(' '),
  )
  return {
    text: shown.join('\n'),
    tags: [...new Set([...raw.matchAll(/\/S \/(\w+)/g)].map((match) => match[1]!))],
    language: /\/Lang \(([^)]*)\)/.exec(raw)?.[1],
    marked: /\/Marked true/.test(raw),
    title: titleOf(raw),
    pages: [...raw.matchAll(/\/Type \/Page\n/g)].length,
  }
}

/** The title stands in an object of its own. */
function titleOf(raw: string): string | undefined {
  const id = /\/Title (\d+) 0 R/.exec(raw)?.[1]
  return new RegExp(`\\n${id} 0 obj\\n\\(([^)]*)\\)`).exec(raw)?.[1]
}

/** Windows-1252, of which Node's own decoder forgets 80 to 9F. */
const decoded = (hex: string) =>
  Buffer.from(hex, 'hex')
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (c) => [...upper][c.charCodeAt(0) - 0x80]!)
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
