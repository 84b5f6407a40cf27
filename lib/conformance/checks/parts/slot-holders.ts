import type { CheckContext } from '../../run/check'
import { must } from '../../run/finding'
import { keyOf, listOf, type Resource, textOf } from './json'
import { pointerOf } from './references'
import { searchAll } from './search'
import { offers, type Statement } from './statement'

/** One appointment stands on the slot, that of the address; looked up where appointments can be searched. */
export async function mustStandAlone(
  context: CheckContext,
  statement: Statement,
  slot: string,
  address: string,
  patients: string[],
): Promise<void> {
  if (!offers(statement, 'Appointment', 'search-type')) return
  const parameters = statement.types.find(({ type }) => type === 'Appointment')?.searchParameters ?? []
  const by = ['patient', 'actor'].find((name) => parameters.includes(name))
  const searches = by
    ? patients.map((id) => `Appointment?${by}=${encodeURIComponent(`Patient/${id}`)}`)
    : ['Appointment']
  const found = new Map<string | undefined, Resource>()
  for (const to of searches)
    for (const one of (await searchAll(context, to, 'search of appointments')) ?? []) found.set(keyOf(one), one)
  const booked = [...found.values()].filter(
    ({ status, slot: slots }) =>
      status !== 'cancelled' && listOf(slots).some(({ reference }) => pointerOf(textOf(reference) ?? '')?.id === slot),
  )
  const own = pointerOf(address)
  must(booked.length <= 1, 'DOUBLE_BOOKED', 'search of appointments: expected one on the slot, found several')
  must(
    booked.length === 1 && keyOf(booked[0]!) === `Appointment/${own?.id}`,
    'ITEM_MISSING',
    'search of appointments: expected the first booking on the slot, found none',
  )
}
