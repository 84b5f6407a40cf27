import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { book, bookedAt, bookingOf, cancel, mustClaimBooking, prepareBooking } from './parts/booking'
import { mustRefuse } from './parts/outcome'
import { pointerOf } from './parts/references'
import { mustStandAlone } from './parts/slot-holders'

export const apt06 = defineCheck({
  id: 'APT-06',
  title: 'Of several at once, one gets the slot',
  requirement: 'GPC/appointments',
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'Four bookings of the same free slot are sent at once, for the first fixture patients in turn. Exactly one answers 201; each other answers 409 ' +
    'with an OperationOutcome whose issue.details.coding says DUPLICATE_REJECTED. Afterwards one appointment stands on the slot, the one that was ' +
    'confirmed. Looking first and writing then is not enough. [GP Connect, appointments: book an appointment, error handling]',
  examine: async (context) => {
    const statement = await mustClaimBooking(context)
    const { slot, patients, actors } = await prepareBooking(context)
    const inTurn = [0, 1, 2, 3].map((at) => patients[at % patients.length]!)
    const answers = await Promise.all(
      inTurn.map((patient) => book(context, bookingOf(context.nonce, slot, patient, actors))),
    )
    const won = answers.filter(({ status }) => status === 201)
    try {
      must(won.length < 2, 'DOUBLE_BOOKED', `four bookings at once: expected one to be made, ${won.length} were`)
      must(won.length === 1, 'WRONG_STATUS', 'four bookings at once: expected one to be made, none was')
      for (const answer of answers)
        if (answer !== won[0])
          mustRefuse(answer, 'booking that came too late', [409], 'DUPLICATE_REJECTED', 'DOUBLE_BOOKED')
      await mustStandAlone(context, statement, slot.id, bookedAt(context, won[0]!), patients)
    } finally {
      for (const { headers } of won) {
        const address = context.client.under(headers.location ?? '')
        if (address && pointerOf(address)?.type === 'Appointment') await cancel(context, statement, address)
      }
    }
    return 'Of four bookings at once one is made, and the others are refused with DUPLICATE_REJECTED'
  },
})
