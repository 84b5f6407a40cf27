import { emptyFilter, type ModuleFilter } from '@/lib/catalogue/module-filter'
import { parseAddress, serialiseFilter } from '@/lib/catalogue/module-filter-rules'
import { type Day, dayWords } from '@/lib/platform/days'
import type { Since } from './saved-filter'

/** What of a search is kept: what it looks for and how it is sorted, not its page. */
export const queryOf = (filter: ModuleFilter): string =>
  serialiseFilter({ ...filter, page: 1, size: emptyFilter.size, all: [] })

/** The search that a kept query is. */
export const filterOf = (query: string): ModuleFilter => parseAddress(`https://portal.invalid/?${query}`).filter

/** What is found now and was not, and what was found and is not now. */
export const since = (before: string[], now: string[]): Since => ({
  added: now.filter((id) => !before.includes(id)),
  gone: before.filter((id) => !now.includes(id)),
})

/** `3 new, 1 gone`, or that nothing changed. */
export function sinceWords({ added, gone }: Since): string {
  const parts = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone`] : []),
  ]
  return parts.length === 0 ? 'Nothing new' : parts.join(', ')
}

/** What of a search has a last day: a framework's, or that a capability is no longer in force. */
export type Expiry = { name: string; expired: boolean; on: Day | null }

/** Each mark in words (CAT-8): what is over, and what ends on a known day. */
export function expiryMarks(parts: Expiry[], today: Day): string[] {
  return parts.flatMap(({ name, expired, on }) => {
    if (on !== null && on < today) return [`${name} expired on ${dayWords(on)}`]
    if (expired) return [`${name} has expired`]
    return on === null ? [] : [`${name} expires on ${dayWords(on)}`]
  })
}
