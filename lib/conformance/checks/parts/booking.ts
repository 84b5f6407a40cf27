import { type Answer, TransportError } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { must, notClaimed, notExercised } from '../../run/finding'
import { type Fields, fieldsOf, isFields, isResource, keyOf, listOf, type Resource, textOf } from './json'
import { patientOf } from './patient'
import { pointerOf } from './references'
import { markOf } from './samples'
import { searchPage, walk } from './search'
import { offers, readStatement, type Statement } from './statement'

export type FreeSlot = { id: string; start: string; end: string; schedule: string | undefined }

/** Appointments are claimed by declaring that slots can be searched and appointments made. */
export async function mustClaimBooking(context: CheckContext): Promise<Statement> {
  const statement = await readStatement(context)
  if (!offers(statement, 'Slot', 'search-type') || !offers(statement, 'Appointment', 'create'))
    throw notClaimed('The capability statement declares no search of Slot, or no create of Appointment')
  return statement
}

/** The search of free slots in the window of the fixtures. */
export function freeSlots({ fixtures }: CheckContext): string {
  const after = new Date(Date.parse(fixtures.slotWindow.end) + 86_400_000).toISOString().slice(0, 10)
  return `Slot?status=free&start=ge${fixtures.slotWindow.start}&start=lt${after}`
}

/** Free slots of the window: those of the first page, and of further ones only where that has none. */
export async function findFreeSlots(context: CheckContext): Promise<FreeSlot[]> {
  const first = await searchPage(context, freeSlots(context), 'search of free slots')
  const found = first.matches.flatMap(freeSlot)
  if (found.length > 0 || !first.links.has('next')) return found
  return (await walk(context, first, 'search of free slots')).items.flatMap(freeSlot)
}

function freeSlot(slot: Resource): FreeSlot[] {
  const [id, start, end] = [textOf(slot.id), textOf(slot.start), textOf(slot.end)]
  if (slot.resourceType !== 'Slot' || slot.status !== 'free' || !id || !start || !end) return []
  return [{ id, start, end, schedule: textOf(fieldsOf(slot.schedule).reference) }]
}

/** A slot and patients to book it for. */
export async function prepareBooking(
  context: CheckContext,
): Promise<{ slot: FreeSlot; patients: string[]; actors: Fields[] }> {
  const [slot] = await findFreeSlots(context)
  if (slot === undefined) throw notExercised('NO_FREE_SLOT', 'No free slot stands in the window of the fixtures')
  const patients: string[] = []
  for (const number of context.fixtures.nhsNumbers.slice(0, 2)) {
    const patient = await patientOf(context, number)
    if (patient !== undefined) patients.push(patient)
  }
  if (patients.length === 0) throw notExercised('NO_DATA', 'No fixture patient was found, so none could book')
  return { slot, patients, actors: await actorsOf(context, slot) }
}

/** Who and where, by the slot's schedule: GP Connect wants the location among the participants. */
async function actorsOf({ client }: CheckContext, { schedule }: FreeSlot): Promise<Fields[]> {
  const pointer = pointerOf(schedule ?? '')
  if (pointer?.type !== 'Schedule' || pointer.id === undefined) return []
  const answer = await client.ask({ to: `Schedule/${pointer.id}` })
  if (answer.status !== 200) return []
  return listOf(fieldsOf(answer.json).actor).flatMap(({ reference }) => (textOf(reference) ? [{ reference }] : []))
}

export const bookingOf = (nonce: string, slot: FreeSlot, patient: string, actors: Fields[]): Resource => ({
  resourceType: 'Appointment',
  identifier: [markOf(nonce)],
  status: 'booked',
  description: 'Conformance run',
  start: slot.start,
  end: slot.end,
  slot: [{ reference: `Slot/${slot.id}` }],
  participant: [{ reference: `Patient/${patient}` }, ...actors].map((actor) => ({ actor, status: 'accepted' })),
})
export const book = ({ client }: CheckContext, booking: Resource): Promise<Answer> =>
  client.ask({ method: 'POST', to: 'Appointment', body: booking })

/** Where a booking stands, by its Location. */
export function bookedAt({ client }: CheckContext, answer: Answer): string {
  must(answer.status === 201, 'WRONG_STATUS', `booking: expected 201, got ${answer.status}`)
  const given = answer.headers.location
  must(given, 'NO_LOCATION', 'booking: expected a Location, got none')
  const address = client.under(given)
  must(address !== undefined, 'OUTSIDE_BASE', 'booking: its Location leads outside the base')
  must(pointerOf(address)?.type === 'Appointment', 'NO_LOCATION', 'booking: expected a Location such as Appointment/id')
  return address
}

/** Gives the slot back, so that a sandbox is not used up. What comes of it is not judged. */
export async function cancel(context: CheckContext, statement: Statement, address: string): Promise<void> {
  try {
    await tryToCancel(context, statement, address)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
  }
}

async function tryToCancel({ client }: CheckContext, statement: Statement, address: string): Promise<void> {
  const id = pointerOf(address)?.id
  if (!statement.known || !offers(statement, 'Appointment', 'update') || id === undefined) return
  const read = await client.ask({ to: `Appointment/${id}` })
  if (read.status !== 200 || !isFields(read.json) || !isResource(read.json) || keyOf(read.json) === undefined) return
  const version = textOf(fieldsOf(read.json.meta).versionId)
  await client.ask({
    method: 'PUT',
    to: `Appointment/${id}`,
    headers: version ? { 'if-match': `W/"${version}"` } : {},
    body: { ...read.json, status: 'cancelled', cancelationReason: { text: 'Conformance run' } },
  })
}
