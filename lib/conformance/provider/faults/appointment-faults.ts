import type { Appointment, Slot } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'
import type { Reply } from '../call'
import { Refusal, type SpineCode } from '../refusal'

const booked = (change: (usual: Reply) => Reply): Behaviour => ({
  sends: (usual, call) =>
    call.kind === 'create' && call.type === 'Appointment' && usual.status === 201 ? change(usual) : usual,
})
function without(reply: Reply, name: string): Reply {
  const { [name]: _, ...headers } = reply.headers
  return { ...reply, headers }
}
function retold(status: number, code: SpineCode): Behaviour {
  return {
    refuses: (usual) => (usual.code === 'DUPLICATE_REJECTED' ? new Refusal(status, code, usual.message) : usual),
  }
}
const kept = (change: (appointment: Appointment) => Appointment): Behaviour => ({
  keeps: (usual) => (usual.resourceType === 'Appointment' ? (change(usual) as typeof usual) : usual),
})

/** What becomes of a booking. */
export const appointmentFaults: Record<string, Fault> = {
  'no-version': {
    says: 'gives a booking no version, neither in the resource nor as ETag',
    mustFail: 'APT-03',
    behaviour: {
      sends: (usual, call) => {
        if (call.type !== 'Appointment' || call.kind === 'export-file' || usual.status >= 300) return usual
        const { meta: _, ...body } = usual.body as Appointment
        const { location } = usual.headers
        const reply = { ...without(usual, 'etag'), body }
        return location
          ? { ...reply, headers: { ...reply.headers, location: location.replace(/\/_history.*$/, '') } }
          : reply
      },
    },
  },
  'no-etag': {
    says: 'gives a booking no ETag',
    mustFail: 'APT-03',
    behaviour: booked((usual) => without(usual, 'etag')),
  },
  'booking-200': {
    says: 'answers a booking with 200',
    mustFail: 'APT-03',
    behaviour: booked((usual) => ({ ...usual, status: 200 })),
  },
  'booking-without-location': {
    says: 'does not say where a booking is',
    mustFail: 'APT-03',
    behaviour: booked((usual) => without(usual, 'location')),
  },
  'booking-elsewhere': {
    says: 'names another place than that of the booking',
    mustFail: 'APT-03',
    behaviour: booked((usual) => ({
      ...usual,
      headers: { ...usual.headers, location: usual.headers.location!.replace(/\/[^/]+\/_history.*$/, '/none') },
    })),
  },
  'books-for-another': {
    says: 'books for another patient than was asked',
    mustFail: 'APT-03',
    behaviour: kept((appointment) => ({
      ...appointment,
      participant: appointment.participant.map((one) =>
        one.actor?.reference?.includes('Patient/')
          ? { ...one, actor: { reference: one.actor.reference.endsWith('/p2') ? 'Patient/p1' : 'Patient/p2' } }
          : one,
      ),
    })),
  },
  'books-as-pending': {
    says: 'keeps a booking as pending',
    mustFail: 'APT-03',
    behaviour: kept((appointment) => ({ ...appointment, status: 'pending' })),
  },
  'forgets-slot': {
    says: 'keeps a booking without its slot',
    mustFail: 'APT-03',
    behaviour: kept(({ slot: _, ...appointment }) => appointment),
  },
  'slot-stays-free': {
    says: 'shows a booked slot as free, and refuses the second booking',
    mustFail: 'APT-03',
    behaviour: {
      sends: (usual, call) => (call.type === 'Slot' ? { ...usual, body: freed(usual.body) } : usual),
      finds: async (usual, call, store) => {
        const free = call.type === 'Slot' && call.query.some(([name, value]) => name === 'status' && value === 'free')
        return free ? [...usual, ...(await store.all<Slot>('Slot')).filter((slot) => slot.status === 'busy')] : usual
      },
    },
  },
  'double-book': {
    says: 'takes a second booking of the same slot',
    mustFail: 'APT-04',
    behaviour: { slotIsFree: () => true },
  },
  'refuses-under-another-code': {
    says: 'refuses a second booking under another code',
    mustFail: 'APT-04',
    behaviour: retold(409, 'BAD_REQUEST'),
  },
  'refuses-with-400': {
    says: 'refuses a second booking with 400',
    mustFail: 'APT-04',
    behaviour: retold(400, 'DUPLICATE_REJECTED'),
  },
  'books-anyway': {
    says: 'refuses a second booking, and makes it all the same',
    mustFail: 'APT-04',
    behaviour: { refusedBooking: async (appointment, store) => void (await store.createResource(appointment)) },
  },
  'slots-of-any-day': {
    says: 'finds slots after the day that was asked for',
    mustFail: 'APT-01',
    behaviour: { matchesDate: (usual, { name, prefix }) => usual || (name === 'start' && prefix === 'lt') },
  },
  'slots-of-the-past': {
    says: 'finds slots before the day that was asked for',
    mustFail: 'APT-01',
    behaviour: { matchesDate: (usual, { name, prefix }) => usual || (name === 'start' && prefix === 'ge') },
  },
  'misses-the-first-slot': {
    says: 'does not find the first slot of a day where one day is asked for',
    mustFail: 'APT-01',
    behaviour: {
      finds: (usual, call) =>
        call.type === 'Slot' && call.query.length > 2 && usual.length <= 5 ? usual.slice(1) : usual,
    },
  },
  'slot-ends-before-it-begins': {
    says: 'gives a slot whose end lies before its start',
    mustFail: 'APT-01',
    behaviour: {
      finds: (usual, call) =>
        call.query.some(([name]) => name === '_count') && call.query.length > 2
          ? usual.map((one) =>
              one.resourceType === 'Slot' && one.id === 'slot07' ? { ...one, end: '2020-01-01T09:00:00Z' } : one,
            )
          : usual,
    },
  },
  'busy-among-free': {
    says: 'gives free slots among the busy ones',
    mustFail: 'APT-01',
    behaviour: {
      finds: async (usual, call, store) =>
        call.type === 'Slot' && call.query.some(([, value]) => value === 'busy') ? store.all('Slot') : usual,
    },
  },
  'amends-nothing': {
    says: 'answers an amendment with 200, and keeps the old words',
    mustFail: 'APT-05',
    behaviour: kept(({ comment: _, ...appointment }) => appointment),
  },
  'amending-frees': {
    says: 'frees the slot when a booking is amended',
    mustFail: 'APT-05',
    behaviour: { releases: () => true },
  },
  'cancelling-keeps': {
    says: 'keeps the slot of a booking that was cancelled',
    mustFail: 'APT-05',
    behaviour: { releases: () => false },
  },
  'cancels-silently-not': {
    says: 'answers a cancellation with 200, and keeps the booking',
    mustFail: 'APT-05',
    behaviour: kept((appointment) =>
      appointment.cancelationReason ? { ...appointment, status: 'booked' } : appointment,
    ),
  },
  'amending-refused': {
    says: 'refuses to amend what it declares to be amendable',
    mustFail: 'APT-05',
    behaviour: {
      sends: (usual, call) =>
        call.kind === 'update' && call.type === 'Appointment' ? { ...usual, status: 403 } : usual,
    },
  },
  'races-bookings': {
    says: 'looks whether a slot is free first and books then, so that several at once are made',
    mustFail: 'APT-06',
    behaviour: {
      hesitates: (type) => (type === 'Appointment' ? new Promise<void>((done) => setTimeout(done, 20)) : undefined),
    },
  },
}

/** Every slot of an answer as free. */
function freed(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll('"status":"busy"', '"status":"free"'))
}
