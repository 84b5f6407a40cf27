import type { Ask } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { fieldsOf, isResource, listOf, type Resource, textOf } from './json'
import { type Statement, typesWith } from './statement'
import { askRecord, recordAddress } from './structured-record'

/** One thing that can be asked of a provider and brings clinical data; `what` names it in messages. */
export type Door = { what: string; ask: Ask }

/** The first page of a type, shared by all checks that want an example of it. */
export const firstPage = (type: string): string => `${type}?_count=20`

/** An example of a type, as its search gives it; undefined where there is none. */
export async function exampleOf({ once }: Pick<CheckContext, 'once'>, type: string): Promise<Resource | undefined> {
  const { json } = await once(firstPage(type))
  return listOf(fieldsOf(json).entry)
    .map(({ resource }) => resource)
    .filter(isResource)
    .find((resource) => resource.resourceType === type && textOf(resource.id) !== undefined)
}

/** Every declared way to read: search, read, version, history of each type, and the record of the first patient. */
export async function readingDoors(context: CheckContext, statement: Statement): Promise<Door[]> {
  const doors: Door[] = []
  for (const { type, interactions } of statement.types) {
    if (interactions.includes('search-type')) doors.push({ what: `search of ${type}`, ask: { to: firstPage(type) } })
    if (interactions.includes('history-type'))
      doors.push({ what: `history of ${type}`, ask: { to: `${type}/_history` } })
    const example = interactions.includes('search-type') ? await exampleOf(context, type) : undefined
    if (example === undefined) continue
    const address = `${type}/${encodeURIComponent(String(example.id))}`
    const version = textOf(fieldsOf(example.meta).versionId)
    if (interactions.includes('read')) doors.push({ what: `read of ${type}`, ask: { to: address } })
    if (interactions.includes('history-instance'))
      doors.push({ what: `history of one ${type}`, ask: { to: `${address}/_history` } })
    if (interactions.includes('vread') && version !== undefined)
      doors.push({ what: `version read of ${type}`, ask: { to: `${address}/_history/${encodeURIComponent(version)}` } })
  }
  return doors
}

/** The structured record of a fixture patient, as a door. */
export const recordDoor = (number: string): Door => ({
  what: 'structured record',
  ask: { method: 'POST', to: recordAddress, body: askRecord(number) },
})
export const searchableTypes = (statement: Statement): string[] =>
  typesWith(statement, 'search-type').map(({ type }) => type)
