import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { book, bookedAt, bookingOf, cancel, mustClaimBooking, prepareBooking } from './parts/booking'
import { keyOf, listOf, type Resource, textOf } from './parts/json'
import { mustRefuse } from './parts/outcome'
import { pointerOf } from './parts/references'
import { searchAll } from './parts/search'
import { offers, type Statement } from './parts/statement'

export const apt04 = defineCheck({
  id: 'APT-04',
  title: 'No slot is booked twice',
  requirement: 'GPC/appointments',
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'A slot that was booked is booked again, for another patient and for the same one: each answers 409 with an OperationOutcome whose ' +
    'issue.details.coding says DUPLICATE_REJECTED. Afterwards one appointment stands on the slot, the first. ' +
    '[GP Connect, appointments: book an appointment, error handling]',
  examine: async (context) => {
    const statement = await mustClaimBooking(context)
    const { slot, patients, actors } = await prepareBooking(context)
    const booking = (patient: string) => bookingOf(context.nonce, slot, patient, actors)
    const address = bookedAt(context, await book(context, booking(patients[0]!)))
    const extra: string[] = []
    try {
      for (const patient of [...patients].reverse()) {
        const again = await book(context, booking(patient))
        if (again.status === 201 && again.headers.location) extra.push(again.headers.location)
        const who = patient === patients[0] ? 'the same patient' : 'another patient'
        mustRefuse(again, `second booking of a slot for ${who}`, [409], 'DUPLICATE_REJECTED', 'DOUBLE_BOOKED')
      }
      await mustStandAlone(context, statement, slot.id, address, patients)
    } finally {
      for (const one of [...extra, address]) await cancel(context, statement, one)
    }
    return 'A slot that is taken is refused with DUPLICATE_REJECTED, and holds one appointment'
  },
})

async function mustStandAlone(
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
