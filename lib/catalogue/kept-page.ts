import 'server-only'
import { dayOf } from '@/lib/platform/days'
import { keptPages, nonceOf, packedPage, withNonce } from '@/lib/platform/kept-pages'
import { isModuleOrComparison } from './kept-page-rules'
import { modulesAddress, parseAddress } from './module-filter-rules'
import { catalogueStamp } from './read-model/keep-read-model'

/** 16 MB: a thousand pages, packed. */
const pages = keptPages(16_000_000)
/** Readers of one new page wait for one drawing. */
const drawing = new Map<string, Promise<Drawn>>()
const asPage = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-cache, no-store, max-age=0' }
type Drawn = { status: number; html: string; nonce: string | undefined }

/**
 * A page of the catalogue (the list, a module, a comparison) as a reader without a session sees it. What it shows follows from its
 * address, the published catalogue, the facts of assurance and the day, so it is drawn once for each; `x-nonce` is the nonce of
 * this answer.
 */
export async function keptPage(headers: Headers, at: Date): Promise<Response> {
  const asked = new URL(headers.get('x-path') ?? '/', 'http://portal')
  const nonce = headers.get('x-nonce') ?? ''
  const answer = (html: string, status = 200) => new Response(html, { status, headers: asPage })
  const { address, isOdd } = addressOf(asked)
  const stamp = stampAt(at)
  const known = stamp === undefined ? undefined : pages.find(address, stamp)
  if (known) return answer(withNonce(known, nonce))
  const drawn = await drawOnce(address)
  if (drawn.nonce === undefined) return answer(drawn.html, drawn.status)
  // A change while it was drawn may be on it or not.
  if (drawn.status === 200 && !isOdd && stamp !== undefined && stamp === stampAt(at))
    pages.keep(address, stamp, packedPage(drawn.html, drawn.nonce))
  return answer(drawn.html.replaceAll(drawn.nonce, nonce), drawn.status)
}

/**
 * One address for all that lead to the same list; what is odd about one is said on its own page, which is not kept. Whatever is
 * no page of the catalogue is the list too: who asks for this route itself must not be drawn by it again.
 */
function addressOf({ pathname, search, href }: URL): { address: string; isOdd: boolean } {
  if (isModuleOrComparison(pathname)) return { address: pathname + search, isOdd: false }
  const { filter, ignored } = parseAddress(href)
  return ignored.length === 0
    ? { address: modulesAddress(filter), isOdd: false }
    : { address: `/modules${search}`, isOdd: true }
}

/** All that the page shows but its address; undefined where nothing may be kept. */
function stampAt(at: Date): string | undefined {
  const stamp = catalogueStamp()
  return stamp && `${stamp} ${dayOf(at)}`
}

function drawOnce(address: string): Promise<Drawn> {
  const known = drawing.get(address)
  if (known) return known
  const drawn = draw(address).finally(() => drawing.delete(address))
  drawing.set(address, drawn)
  return drawn
}

/** Asks this very server, past the proxy's way hither. */
async function draw(address: string): Promise<Drawn> {
  const reply = await fetch(`http://localhost:${process.env.PORT}${address}`, {
    // What never leaves this machine is not compressed for the way.
    headers: { 'x-draw': '1', 'accept-encoding': 'identity' },
    cache: 'no-store',
  })
  return {
    status: reply.status,
    html: await reply.text(),
    nonce: nonceOf(reply.headers.get('content-security-policy')),
  }
}
