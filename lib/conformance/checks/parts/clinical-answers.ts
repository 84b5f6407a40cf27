import type { Ask } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { inFours } from './in-fours'
import { fieldsOf, isResource, listOf, type Resource, textOf } from './json'
import { subjectElementOf } from './references'
import type { DeclaredType, Statement } from './statement'
import { askRecord, recordAddress } from './structured-record'

/** One thing that can be asked of a provider and brings clinical data; `what` names it in messages. */
export type Door = { what: string; ask: Ask; type: string }

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

/** Asks for all examples at once, so that each is there when it is wanted. */
export const prefetch = (context: CheckContext, types: DeclaredType[]): Promise<void> =>
  inFours(
    types.filter(({ interactions }) => interactions.includes('search-type')),
    ({ type }) => exampleOf(context, type),
  )

/** Types about a patient: who runs the practice, where, and when it is open is not clinical. */
export const isClinical = (type: string): boolean => type === 'Patient' || subjectElementOf(type) !== undefined

/**
 * Every declared way to read: the search of each type, the read of each clinical one; version and history, which a server makes the same way
 * for all, of the first two that have them. A run may send 500 requests in all.
 */
export async function readingDoors(context: CheckContext, statement: Statement): Promise<Door[]> {
  const doors: Door[] = []
  await prefetch(context, statement.types)
  const rare = new Map<string, number>()
  for (const { type, interactions } of statement.types) {
    const example = interactions.includes('search-type') ? await exampleOf(context, type) : undefined
    const address = example && `${type}/${encodeURIComponent(String(example.id))}`
    const version = textOf(fieldsOf(example?.meta).versionId)
    const may = (interaction: string, what: string, to: string | undefined, most = Number.POSITIVE_INFINITY) => {
      const asked = rare.get(interaction) ?? 0
      if (to === undefined || !interactions.includes(interaction) || asked >= most) return
      rare.set(interaction, asked + 1)
      doors.push({ what: `${what} of ${type}`, ask: { to }, type })
    }
    may('search-type', 'search', firstPage(type))
    if (isClinical(type)) may('read', 'read', address)
    may('history-type', 'history', `${type}/_history`, 2)
    may('history-instance', 'history of one', address && `${address}/_history`, 2)
    may('vread', 'version read', address && version && `${address}/_history/${encodeURIComponent(version)}`, 2)
  }
  return doors
}

/** The structured record of a fixture patient, as a door. */
export const recordDoor = (number: string): Door => ({
  type: 'Patient',
  what: 'structured record',
  ask: { method: 'POST', to: recordAddress, body: askRecord(number) },
})
