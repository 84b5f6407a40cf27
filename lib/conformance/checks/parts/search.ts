import type { Answer } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { must } from '../../run/finding'
import { type Fields, fieldsOf, isResource, listOf, type Resource, textOf } from './json'

export type Page = { matches: Resource[]; others: Resource[]; total: number | undefined; links: Map<string, string> }

/** One page of a search as it must be: 200 and a Bundle of the type searchset, each entry with a resource (CK-05). */
export function pageOf(answer: Answer, what: string): Page {
  must(answer.status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${answer.status}`)
  const bundle = fieldsOf(answer.json)
  must(
    bundle.resourceType === 'Bundle' && bundle.type === 'searchset',
    'WRONG_SHAPE',
    `${what}: expected a Bundle of the type searchset`,
  )
  must(bundle.entry === undefined || Array.isArray(bundle.entry), 'WRONG_SHAPE', `${what}: Bundle.entry is no list`)
  const entries = Array.isArray(bundle.entry) ? (bundle.entry as unknown[]).map(fieldsOf) : []
  must(
    entries.every(({ resource }) => isResource(resource)),
    'WRONG_SHAPE',
    `${what}: an entry has no resource`,
  )
  const mode = (entry: Fields) => fieldsOf(entry.search).mode
  const resources = (some: Fields[]) => some.map((entry) => entry.resource as Resource)
  must(
    bundle.total === undefined || (Number.isInteger(bundle.total) && (bundle.total as number) >= 0),
    'WRONG_SHAPE',
    `${what}: Bundle.total is no number`,
  )
  return {
    matches: resources(entries.filter((entry) => mode(entry) !== 'include' && mode(entry) !== 'outcome')),
    others: resources(entries.filter((entry) => mode(entry) === 'include' || mode(entry) === 'outcome')),
    total: bundle.total as number | undefined,
    links: new Map(
      listOf(bundle.link).flatMap((link) => {
        const [relation, url] = [textOf(link.relation), textOf(link.url)]
        return relation && url ? [[relation, url] as const] : []
      }),
    ),
  }
}

/** Asks one search and reads its first page. */
export const searchPage = async ({ client }: CheckContext, to: string, what: string): Promise<Page> =>
  pageOf(await client.ask({ to }), what)

/** How many pages of one search are followed: beyond that it is told as not finished. */
const mostPages = 40

/**
 * Follows `next` to the end. Nothing is sent outside the base (SG-05).
 * @throws Finding where a link leads outside, comes round again, or pages bring nothing
 */
export async function walk(
  { client }: CheckContext,
  first: Page,
  what: string,
  most = mostPages,
): Promise<{ pages: Page[]; items: Resource[]; finished: boolean }> {
  const pages = [first]
  const seen = new Set<string>()
  for (let page = first; page.links.has('next'); ) {
    const next = client.under(page.links.get('next')!)
    must(next !== undefined, 'OUTSIDE_BASE', `${what}: next leads outside the base; nothing was sent there`)
    must(!seen.has(next), 'PAGING_ENDLESS', `${what}: next leads back to a page that was seen`)
    seen.add(next)
    if (pages.length >= most) return { pages, items: pages.flatMap(({ matches }) => matches), finished: false }
    page = pageOf(await client.ask({ to: next }), `${what}, a further page`)
    pages.push(page)
    must(
      pages.slice(-3).some(({ matches }) => matches.length > 0) || pages.length < 3,
      'PAGING_ENDLESS',
      `${what}: pages without an item go on`,
    )
  }
  return { pages, items: pages.flatMap(({ matches }) => matches), finished: true }
}

/** All that a search finds. Undefined where it is too much to follow. */
export async function searchAll(context: CheckContext, to: string, what: string): Promise<Resource[] | undefined> {
  const { items, finished } = await walk(context, await searchPage(context, to, what), what)
  return finished ? items : undefined
}
