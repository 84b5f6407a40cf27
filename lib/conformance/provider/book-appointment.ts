import type { Appointment, Resource, Slot } from '@medplum/fhirtypes'
import type { Behaviour } from './behaviour'
import { Refusal } from './refusal'
import type { Store } from './store'

/** Books the slots of an appointment. The caller has the store alone, so that of two at once only one finds them free. */
export async function book(
  appointment: Appointment,
  store: Store,
  behaviour: Behaviour,
  write: () => Promise<Resource>,
): Promise<Resource> {
  if (appointment.status !== 'booked') {
    throw new Refusal(422, 'INVALID_RESOURCE', 'An appointment is made with the status booked')
  }
  await refuseWithoutPatient(appointment, store)
  const slots = await slotsOf(appointment, store)
  await behaviour.hesitates?.('Appointment')
  const taken = slots.some((slot) => {
    const free = slot.status === 'free'
    return !(behaviour.slotIsFree?.(free, slot) ?? free)
  })
  if (taken) {
    await behaviour.refusedBooking?.(appointment, store)
    throw new Refusal(409, 'DUPLICATE_REJECTED', 'This slot is taken')
  }
  const written = await write()
  for (const slot of slots) {
    const busy: Slot = { ...slot, status: 'busy' }
    await store.updateResource(behaviour.bookedSlot?.(busy) ?? busy)
  }
  return written
}

/** Frees the slots of an appointment that was cancelled. */
export async function release(appointment: Appointment, store: Store): Promise<void> {
  for (const slot of await slotsOf(appointment, store)) await store.updateResource<Slot>({ ...slot, status: 'free' })
}

async function slotsOf(appointment: Appointment, store: Store): Promise<Slot[]> {
  const references = appointment.slot ?? []
  if (references.length === 0) throw new Refusal(422, 'INVALID_RESOURCE', 'An appointment needs a slot')
  const slots: Slot[] = []
  for (const { reference } of references) {
    const slot = await store.find<Slot>('Slot', reference?.split('/').at(-1) ?? '')
    if (!slot) throw new Refusal(422, 'REFERENCE_NOT_FOUND', 'There is no such slot')
    slots.push(slot)
  }
  const same = (a: string | undefined, b: string) => a === undefined || Date.parse(a) === Date.parse(b)
  if (!same(appointment.start, slots[0]!.start) || !same(appointment.end, slots.at(-1)!.end)) {
    throw new Refusal(422, 'INVALID_RESOURCE', 'The appointment must have the times of its slot')
  }
  return slots
}

async function refuseWithoutPatient(appointment: Appointment, store: Store): Promise<void> {
  const patients = (appointment.participant ?? [])
    .map((participant) => /(?:^|\/)Patient\/([^/]+)$/.exec(participant.actor?.reference ?? '')?.[1])
    .filter((id) => id !== undefined)
  if (patients.length !== 1) throw new Refusal(422, 'INVALID_RESOURCE', 'An appointment is for one patient')
  if (!(await store.find('Patient', patients[0]!))) {
    throw new Refusal(422, 'REFERENCE_NOT_FOUND', 'There is no such patient')
  }
}
