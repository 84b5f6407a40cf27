import type { Ask } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { exampleOf, isClinical, prefetch } from './clinical-answers'
import { fieldsOf, textOf } from './json'
import type { Statement } from './statement'

/** A way in, and the tokens with which it is tried. */
export type GuardedDoor = { what: string; ask: Ask; tokens: readonly ('none' | 'wrong')[] }
export const both: GuardedDoor['tokens'] = ['none', 'wrong']

/**
 * Each type's ways in. Ids are real where the provider has any, so that a guard that only looks after finding is seen too. Search and read
 * are tried of every type, with both tokens where it is clinical and with one each elsewhere; what a server guards in one place for all types (version, history, update, delete) of the patient and one more,
 * as a run may send 500 requests in all.
 */
export async function typeDoors(context: CheckContext, { types, known }: Statement): Promise<GuardedDoor[]> {
  const nobody = `nobody-${context.nonce.slice(0, 12)}`
  const doors: GuardedDoor[] = []
  await prefetch(context, known ? types : [])
  const rare = new Map<string, number>()
  for (const { type, interactions } of known ? types : [{ type: 'Patient', interactions: ['search-type', 'read'] }]) {
    const example = interactions.includes('search-type') ? await exampleOf(context, type) : undefined
    const id = encodeURIComponent(textOf(example?.id) ?? nobody)
    const version = encodeURIComponent(textOf(fieldsOf(example?.meta).versionId) ?? '1')
    const body = { resourceType: type }
    const may = (interaction: string, what: string, ask: Ask, tokens = both) => {
      if (interactions.includes(interaction)) doors.push({ what: `${what} of ${type}`, ask, tokens })
    }
    const mayOfTwo = (interaction: string, what: string, ask: Ask) => {
      const asked = rare.get(interaction) ?? 0
      if (!interactions.includes(interaction) || (asked >= 2 && type !== 'Patient')) return
      rare.set(interaction, asked + 1)
      may(interaction, what, ask)
    }
    may('search-type', 'search', { to: type }, isClinical(type) ? both : ['none'])
    may('read', 'read', { to: `${type}/${id}` }, isClinical(type) ? both : ['wrong'])
    if (!context.readOnly) may('create', 'create', { method: 'POST', to: type, body }, ['none'])
    if (!context.readOnly && type === 'Patient') may('create', 'create', { method: 'POST', to: type, body }, ['wrong'])
    mayOfTwo('vread', 'version read', { to: `${type}/${id}/_history/${version}` })
    mayOfTwo('history-instance', 'history of one', { to: `${type}/${id}/_history` })
    mayOfTwo('history-type', 'history', { to: `${type}/_history` })
    mayOfTwo('update', 'update', { method: 'PUT', to: `${type}/${nobody}`, body: { ...body, id: nobody } })
    mayOfTwo('delete', 'delete', { method: 'DELETE', to: `${type}/${nobody}` })
  }
  const to = `Patient?identifier=${context.fixtures.nhsNumbers[0]}`
  doors.push({ what: 'search of a patient by number', ask: { to }, tokens: both })
  return doors
}

/** Further declared operations: on what level they work is not known here, so that only a success without a token is a breach. */
export function otherOperations({ operations, types }: Statement): GuardedDoor[] {
  const known = /export$|gpc\.getstructuredrecord$/
  const parameters = { resourceType: 'Parameters' }
  const names = (some: string[]) =>
    [...new Set(some)].filter((name) => !known.test(name) && /^[\w.-]{1,64}$/.test(name))
  return [
    ...names(operations).map((name) => `$${name}`),
    ...types.flatMap(({ type, operations: own }) => names(own).map((name) => `${type}/$${name}`)),
  ].flatMap((to): GuardedDoor[] => [
    { what: `operation ${to}`, ask: { to }, tokens: ['none'] },
    { what: `operation ${to}`, ask: { method: 'POST', to, body: parameters }, tokens: ['none', 'wrong'] },
  ])
}
