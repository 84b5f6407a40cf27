import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** A page as it was drawn once, packed to a tenth, with a mark where its nonce stood: every answer gets a fresh one. */
type Page = { packed: Buffer; length: number }

export type KeptPages<P> = {
  find: (address: string, stamp: string) => P | undefined
  keep: (address: string, stamp: string, page: P) => void
}

/**
 * Drawn pages or whatever else has a length, at most `most` of it, the one unused for longest given up first. A stamp names the state of
 * everything they show: with a new one all older pages are gone, so none is ever out of date.
 */
export function keptPages<P extends { length: number } = Page>(most: number): KeptPages<P> {
  const pages = new Map<string, P>()
  let [current, size] = ['', 0]
  const drop = (address: string) => {
    size -= pages.get(address)?.length ?? 0
    pages.delete(address)
  }
  function turnTo(stamp: string) {
    if (stamp === current) return
    pages.clear()
    ;[current, size] = [stamp, 0]
  }
  return {
    find(address, stamp) {
      turnTo(stamp)
      const page = pages.get(address)
      if (!page) return undefined
      pages.delete(address)
      pages.set(address, page)
      return page
    },
    keep(address, stamp, page) {
      turnTo(stamp)
      drop(address)
      pages.set(address, page)
      size += page.length
      while (size > most && pages.size > 0) drop(pages.keys().next().value!)
    },
  }
}

/** No page has this character: the database keeps none, and an address with one is refused. */
const mark = '\0'

export function packedPage(html: string, nonce: string): Page {
  // Packing harder would take longer than it saves room.
  const packed = deflateRawSync(html.replaceAll(nonce, mark), { level: 1 })
  return { packed, length: packed.length }
}
export const withNonce = ({ packed }: Page, nonce: string): string =>
  inflateRawSync(packed).toString().replaceAll(mark, nonce)

/** The nonce that a content security policy lets scripts bear. */
export const nonceOf = (policy: string | null): string | undefined => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]
