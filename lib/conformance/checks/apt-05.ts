import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed } from '../run/finding'
import { theirs } from '../run/theirs'
import { book, bookedAt, bookingOf, cancel, mustClaimBooking, prepareBooking } from './parts/booking'
import { differenceOf } from './parts/difference'
import { fieldsOf, isResource, type Resource } from './parts/json'
import { plain, versionIn } from './parts/making'
import { pointerOf } from './parts/references'
import { offers } from './parts/statement'

export const apt05 = defineCheck({
  id: 'APT-05',
  title: 'A booking is amended, and cancelled',
  requirement: 'GPC/appointments',
  strength: 'PARTIAL',
  writes: true,
  explanation:
    'An update of a booking with another description and comment answers 200 with a new version; the read gives exactly what was sent: the same ' +
    'id, slot, times and participants, and the new words. The slot stays busy. An update to cancelled, with a reason, answers 200, is what the ' +
    'read then gives, and the slot is free again. [GP Connect, appointments: amend and cancel an appointment]',
  examine: async (context) => {
    const statement = await mustClaimBooking(context)
    if (!offers(statement, 'Appointment', 'update'))
      throw notClaimed('The capability statement declares no update of Appointment')
    const { slot, patients, actors } = await prepareBooking(context)
    const address = bookedAt(context, await book(context, bookingOf(context.nonce, slot, patients[0]!, actors)))
    const id = pointerOf(address)!.id!
    let ended = false
    try {
      const before = await readOf(context, id)
      const words = { description: 'Conformance run, amended', comment: 'First line\nsecond “line” & more' }
      const amended = await mustUpdate(context, id, before, words, 'amended')
      await mustStand(context, slot.id, 'busy', 'after the booking was amended')
      await mustUpdate(
        context,
        id,
        amended,
        { status: 'cancelled', cancelationReason: { text: 'Conformance run' } },
        'cancelled',
      )
      ended = true
      await mustStand(context, slot.id, 'free', 'after the booking was cancelled')
    } finally {
      if (!ended) await cancel(context, statement, address)
    }
    return 'A booking is amended with a new version and its slot kept, and cancelled with its slot given back'
  },
})

type Read = { resource: Resource; version: string | undefined }
async function readOf({ client }: CheckContext, id: string): Promise<Read> {
  const read = await client.ask({ to: `Appointment/${encodeURIComponent(id)}` })
  must(read.status === 200, 'WRONG_STATUS', `read of the booking: expected 200, got ${read.status}`)
  must(isResource(read.json), 'WRONG_SHAPE', 'read of the booking: expected an Appointment')
  return { resource: read.json, version: versionIn(read) }
}

async function mustUpdate(
  context: CheckContext,
  id: string,
  { resource, version }: Read,
  more: object,
  how: string,
): Promise<Read> {
  const sent = { ...resource, ...more }
  const what = `booking that is ${how}`
  const answer = await context.client.ask({
    method: 'PUT',
    to: `Appointment/${encodeURIComponent(id)}`,
    headers: version ? { 'if-match': `W/"${version}"` } : {},
    body: sent,
  })
  must(answer.status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${answer.status}`)
  const after = await readOf(context, id)
  must(after.resource.id === id, 'READ_DIFFERS', `${what}: its read gives another id`)
  const path = differenceOf(plain(sent), plain(after.resource))
  must(path === undefined, 'READ_DIFFERS', `${what}: expected what was sent, read otherwise at ${theirs(path)}`)
  must(
    after.version !== undefined && after.version !== version,
    'NO_VERSION',
    `${what}: expected a new version, got ${after.version === undefined ? 'none' : 'the old one'}`,
  )
  return after
}

async function mustStand({ client }: CheckContext, slot: string, status: string, when: string): Promise<void> {
  const read = await client.ask({ to: `Slot/${encodeURIComponent(slot)}` })
  must(read.status === 200, 'WRONG_STATUS', `read of the slot: expected 200, got ${read.status}`)
  const given = String(fieldsOf(read.json).status)
  const reason = status === 'free' ? 'SLOT_STILL_BUSY' : 'SLOT_STILL_FREE'
  must(given.startsWith(status), reason, `read of the slot: expected ${status} ${when}`)
}
