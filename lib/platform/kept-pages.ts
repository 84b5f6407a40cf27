/** A page as it was drawn once, cut where its nonce stood: every answer gets a fresh one. */
type Page = { parts: string[]; length: number }

export type KeptPages<P> = {
  find: (address: string, stamp: string) => P | undefined
  keep: (address: string, stamp: string, page: P) => void
}

/**
 * Drawn pages or whatever else has a length, at most `mostCharacters` of them, the one unused for longest given up first. A stamp names the state of
 * everything they show: with a new one all older pages are gone, so none is ever out of date.
 */
export function keptPages<P extends { length: number } = Page>(mostCharacters: number): KeptPages<P> {
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
      while (size > mostCharacters && pages.size > 0) drop(pages.keys().next().value!)
    },
  }
}

export const cutAtNonce = (html: string, nonce: string): Page => ({ parts: html.split(nonce), length: html.length })
export const withNonce = ({ parts }: Page, nonce: string): string => parts.join(nonce)

/** The nonce that a content security policy lets scripts bear. */
export const nonceOf = (policy: string | null): string | undefined => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]
