import type { Answer } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import {
  book,
  bookedAt,
  bookingOf,
  cancel,
  type FreeSlot,
  findFreeSlots,
  mustClaimBooking,
  prepareBooking,
} from './parts/booking'
import { fieldsOf, isResource, listOf, type Resource, textOf } from './parts/json'
import { patientIdOf, pointerOf } from './parts/references'

export const apt03 = defineCheck({
  id: 'APT-03',
  title: 'A booking is made, kept and takes its slot',
  requirement: 'GPC/appointments',
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'A booking of a free slot of the window answers 201 with a Location under the base and a version (ETag W/"…", the same as meta.versionId). ' +
    'The read of that Location gives the appointment: booked, of that slot, that patient and those times, with the same version in ETag and meta. ' +
    'The slot is no longer free, by its read and by the search of free slots. [GP Connect, appointments: book an appointment]',
  examine: async (context) => {
    const statement = await mustClaimBooking(context)
    const { slot, patients, actors } = await prepareBooking(context)
    const booked = await book(context, bookingOf(context.nonce, slot, patients[0]!, actors))
    const address = bookedAt(context, booked)
    try {
      const version = versionOf(booked, 'booking', pointerVersion(address))
      const read = await context.client.ask({ to: address })
      must(read.status === 200, 'WRONG_STATUS', `read of the booking: expected 200, got ${read.status}`)
      must(isResource(read.json), 'WRONG_SHAPE', 'read of the booking: expected an Appointment')
      mustBeBooking(read.json, pointerOf(address)!.id!, slot, patients[0]!)
      must(
        versionOf(read, 'read of the booking') === version,
        'NO_VERSION',
        'read of the booking: expected the version that the booking gave, got another',
      )
      await mustBeTaken(context, slot)
    } finally {
      await cancel(context, statement, address)
    }
    return 'The booking stands under its Location with its version, and its slot is taken'
  },
})

/** The version by ETag and by meta, which must say the same; the Location may name it too. */
function versionOf({ headers, json }: Answer, what: string, inLocation?: string): string {
  const etag = /^(?:W\/)?"([^"]+)"$/.exec(headers.etag?.trim() ?? '')?.[1]
  must(etag !== undefined, 'NO_VERSION', `${what}: expected an ETag such as W/"1"`)
  const inBody = textOf(fieldsOf(fieldsOf(json).meta).versionId)
  for (const other of [inBody, inLocation])
    must(other === undefined || other === etag, 'NO_VERSION', `${what}: ETag, meta.versionId and Location differ`)
  return etag
}
const pointerVersion = (address: string): string | undefined => /\/_history\/([^/?]+)$/.exec(address)?.[1]

function mustBeBooking(read: Resource, id: string, slot: FreeSlot, patient: string): void {
  const hold = (holds: boolean, words: string) => must(holds, 'READ_DIFFERS', `read of the booking: ${words}`)
  hold(read.resourceType === 'Appointment' && read.id === id, 'expected the appointment that Location names')
  must(textOf(fieldsOf(read.meta).versionId), 'NO_VERSION', 'read of the booking: expected meta.versionId, got none')
  hold(read.status === 'booked', 'expected the status booked')
  const slots = listOf(read.slot).map(({ reference }) => pointerOf(textOf(reference) ?? '')?.id)
  hold(slots.length === 1 && slots[0] === slot.id, 'expected the slot that was booked, alone')
  hold(patientIdOf(read) === patient, 'expected the patient for whom it was booked')
  const same = (value: unknown, time: string) => Date.parse(String(value)) === Date.parse(time)
  hold(same(read.start, slot.start) && same(read.end, slot.end), 'expected the times of the slot')
}

async function mustBeTaken(context: CheckContext, { id }: FreeSlot): Promise<void> {
  const read = await context.client.ask({ to: `Slot/${encodeURIComponent(id)}` })
  must(read.status === 200, 'WRONG_STATUS', `read of the slot: expected 200, got ${read.status}`)
  const status = textOf(fieldsOf(read.json).status)
  must(status?.startsWith('busy'), 'SLOT_STILL_FREE', 'read of the slot: expected busy after the booking')
  const free = await findFreeSlots(context)
  must(!free.some((slot) => slot.id === id), 'SLOT_STILL_FREE', 'search of free slots: it still gives the booked slot')
}
