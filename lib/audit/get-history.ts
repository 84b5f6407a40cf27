import 'server-only'
import { db } from '@/lib/platform/db'
import { findEventsAbout, findNames } from './audit-store'
import { eventWords } from './event-words'

export type HistoryLine = {
  id: string
  at: Date
  words: string
  who: string
  organisation: string | null
  from: string | null
  to: string | null
}

/**
 * What happened to these things, oldest first. It asks no permission of its own: a page calls it only with ids of things
 * that a query has given this actor.
 */
export async function getHistory(things: { type: string; id: string }[]): Promise<HistoryLine[]> {
  const events = await findEventsAbout(db, things)
  const isUuid = (id: string | null): id is string => id !== null && id.length === 36
  const names = await findNames(
    db,
    [...new Set(events.map((e) => e.actorId).filter(isUuid))],
    [...new Set(events.map((e) => e.organisationId).filter(isUuid))],
  )
  return events.map((event) => ({
    id: String(event.id),
    at: event.at,
    words: eventWords(event.name),
    who: event.actorKind === 'system' ? 'The portal' : (names.get(event.actorId) ?? 'A former person'),
    organisation: event.organisationId ? (names.get(event.organisationId) ?? null) : null,
    from: event.fromState,
    to: event.toState,
  }))
}
