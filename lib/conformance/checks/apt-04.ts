import { defineCheck } from '../run/define-check'
import { book, bookedAt, bookingOf, cancel, mustClaimBooking, prepareBooking } from './parts/booking'
import { mustRefuse } from './parts/outcome'
import { mustStandAlone } from './parts/slot-holders'

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
