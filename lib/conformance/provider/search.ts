import type { FhirRouter } from '@medplum/fhir-router'
import type { Bundle, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Page, PageRequest } from './behaviour'
import type { Call } from './call'
import { Refusal } from './refusal'
import { dateParameters, isDateValue, matchesDates } from './search-dates'
import { parametersOf, resultParameters, served } from './served-types'
import type { Store } from './store'
import { ask } from './store-request'

const ownParameters = new Set(resultParameters)
const patientParameters = new Set(['patient', 'subject'])
const usualSize = 20
const largestSize = 100

/** A search: refuse what is not understood, find with the library, cut into pages. */
export async function search(
  call: Call,
  base: string,
  router: FhirRouter,
  store: Store,
  behaviour: Behaviour,
): Promise<Bundle> {
  const understood = call.query.filter(([name, value]) => isUnderstood(call, behaviour, name, value))
  const criteria = understood.filter(
    ([name]) => (!ownParameters.has(name) || name === '_sort') && !dateParameters.has(name),
  )
  const dates = understood.filter(([name]) => dateParameters.has(name))
  const query = new URLSearchParams(criteria.map(([name, value]) => [name, whole(name, value, base)]))
  const bundle = (await ask(router, store, 'GET', `${call.type}?${query}`)) as Bundle
  const found = (bundle.entry ?? [])
    .map((entry) => entry.resource!)
    .filter((resource) => matchesDates(resource, dates, behaviour))
  const all = (await behaviour.finds?.(found, call, store)) ?? found
  return paged(call, base, all, store, behaviour)
}

/** Whether a parameter takes part; one that is not known is refused (ISNFR03, GPC/error-handling). */
function isUnderstood(call: Call, behaviour: Behaviour, name: string, value: string): boolean {
  const [plain, modifier] = name.split(':') as [string, string | undefined]
  const searched = parametersOf(call.type!).includes(plain)
  const known = (searched && (modifier === undefined || modifier === 'missing')) || ownParameters.has(name)
  if (!(behaviour.knowsParameter?.(known, call, plain) ?? known)) {
    throw new Refusal(400, 'INVALID_PARAMETER', `The parameter ${name} is not supported for ${call.type}`)
  }
  const wrong = known && !isValue(call, name, value)
  if (wrong) throw new Refusal(400, 'INVALID_PARAMETER', `The value of ${name} cannot be understood`)
  return known
}

function isValue(call: Call, name: string, value: string): boolean {
  if (name === '_count') return /^\d{1,6}$/.test(value)
  if (name === '_cursor') return /^o\d{1,7}$/.test(value)
  if (name === '_format') return /json/.test(value)
  if (name === '_total') return ['none', 'estimate', 'accurate'].includes(value)
  if (name === '_sort')
    return value.split(',').every((rule) => parametersOf(call.type!).includes(rule.replace(/^-/, '')))
  if (name === '_include') return served(call.type)?.includes?.includes(value) ?? false
  if (dateParameters.has(name)) return isDateValue(value)
  return true
}

/** The library knows a patient by `Patient/id` only; the standard allows the id alone and the whole address too. */
function whole(name: string, value: string, base: string): string {
  if (!patientParameters.has(name)) return value
  const local = value.startsWith(`${base}/`) ? value.slice(base.length + 1) : value
  return local.includes('/') ? local : `Patient/${local}`
}

async function paged(call: Call, base: string, all: Resource[], store: Store, behaviour: Behaviour): Promise<Bundle> {
  const given = Object.fromEntries(call.query)
  const size = Math.min(given._count === undefined ? usualSize : Number(given._count), largestSize)
  const offset = Number((given._cursor ?? 'o0').slice(1))
  const others = call.query.filter(([name]) => name !== '_cursor')
  const at = (start: number) => `${base}/${call.type}?${new URLSearchParams([...others, ['_cursor', `o${start}`]])}`
  const request: PageRequest = { call, all, offset, size, base, at }
  const usual: Page = {
    items: all.slice(offset, offset + size),
    total: all.length,
    next: size > 0 && offset + size < all.length ? at(offset + size) : null,
  }
  const page = behaviour.page?.(usual, request) ?? usual
  const included = given._include ? await schedulesOf(page.items, store) : []
  const self = `${base}/${call.type}${call.query.length > 0 ? `?${new URLSearchParams(call.query)}` : ''}`
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(page.total === undefined ? {} : { total: page.total }),
    link: [{ relation: 'self', url: self }, ...(page.next ? [{ relation: 'next', url: page.next }] : [])],
    entry: [
      ...page.items.map((resource) => entry(resource, base, 'match')),
      ...included.map((resource) => entry(resource, base, 'include')),
    ],
  }
}

function entry(resource: Resource, base: string, mode: 'match' | 'include') {
  return { fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource, search: { mode } }
}

async function schedulesOf(items: Resource[], store: Store): Promise<Resource[]> {
  const wanted = new Set(items.map((item) => (item.resourceType === 'Slot' ? item.schedule.reference : undefined)))
  return (await store.all('Schedule')).filter((schedule) => wanted.has(`Schedule/${schedule.id}`))
}
