import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { fieldsOf, keyOf, type Resource, textOf } from './parts/json'
import { searchPage, walk } from './parts/search'
import { offers, readStatement } from './parts/statement'

/** Into how many parts the window is cut, and how many pages of a part are followed. */
const [mostParts, mostPages] = [5, 4]

export const apt01 = defineCheck({
  id: 'APT-01',
  title: 'Free slots are those of the range that was asked for',
  requirement: 'GPC/appointments',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'The search of free slots in the window of the fixtures gives slots with id, schedule, start and end, each free, each beginning in the window, none twice, its ' +
    'start before its end. Of every day of the window (the first five) the same search gives exactly those of the whole that begin on that day. The search ' +
    'of busy ones gives none that is free; a range that ends before it begins gives none, or 4xx. [GP Connect, appointments: search for free slots]',
  examine: async (context) => {
    const statement = await readStatement(context)
    if (!offers(statement, 'Slot', 'search-type'))
      throw notClaimed('The capability statement declares no search of Slot')
    const { start, end } = context.fixtures.slotWindow
    const whole = await slotsOf(context, 'free', start, dayAfter(end))
    if (whole.items.length === 0)
      throw notExercised('NO_FREE_SLOT', 'No free slot stands in the window of the fixtures')
    let day = start
    for (let part = 0; part < mostParts && day <= end; part++, day = dayAfter(day)) {
      const { items, finished } = await slotsOf(context, 'free', day, dayAfter(day))
      const [found, expected] = [items, whole.items.filter((slot) => beginsOn(slot, day))].map((some) =>
        some.map(keyOf),
      )
      const what = 'free slots of one day'
      if (whole.finished)
        must(
          found!.every((key) => expected!.includes(key)),
          'DATE_WRONG',
          `${what}: one is given that the whole window has not on that day`,
        )
      if (finished)
        must(
          expected!.every((key) => found!.includes(key)),
          'DATE_MISSED',
          `${what}: one is missing that the whole window has on that day`,
        )
    }
    await slotsOf(context, 'busy', start, dayAfter(end))
    await mustFindNone(context, end, start)
    return 'Free slots are those of the range that was asked for'
  },
})

async function slotsOf(context: CheckContext, status: string, from: string, before: string) {
  const what = `search of ${status} slots`
  const page = await searchPage(context, `Slot?status=${status}&start=ge${from}&start=lt${before}&_count=100`, what)
  const { items, finished } = await walk(context, page, what, mostPages)
  const keys = items.map(keyOf)
  must(new Set(keys).size === keys.length, 'ITEM_TWICE', `${what}: a slot is given twice`)
  for (const slot of items) mustBeSlot(slot, status, from, before, what)
  return { items, finished }
}

function mustBeSlot(slot: Resource, status: string, from: string, before: string, what: string): void {
  must(slot.resourceType === 'Slot', 'WRONG_TYPE', `${what}: expected slots alone`)
  const [id, start, end] = [textOf(slot.id), textOf(slot.start), textOf(slot.end)]
  must(id && start && end, 'WRONG_SHAPE', `${what}: expected id, start and end of each slot`)
  must(textOf(fieldsOf(slot.schedule).reference), 'WRONG_SHAPE', `${what}: expected the schedule of each slot`)
  must(Date.parse(start) < Date.parse(end), 'NOT_VALID', `${what}: a slot ends before it begins`)
  must(slot.status === status, 'FOUND_WITHOUT_MATCH', `${what}: one is given whose status is another`)
  const hour = 3_600_000 // a server may read a day in UTC or in London
  const begins = Date.parse(start)
  must(
    begins >= Date.parse(from) - hour && begins < Date.parse(before) + hour,
    'DATE_WRONG',
    `${what}: one is given that begins outside the range`,
  )
}

async function mustFindNone(context: CheckContext, from: string, before: string): Promise<void> {
  const to = `Slot?status=free&start=ge${dayAfter(from)}&start=lt${before}`
  const answer = await context.client.ask({ to })
  if (answer.status >= 400 && answer.status < 500) return
  const { matches } = await searchPage(context, to, 'search of slots with a range that ends before it begins')
  must(matches.length === 0, 'DATE_WRONG', 'search of slots with a range that ends before it begins: expected none')
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
/** Where UTC and London agree on the day; near midnight they may not, and no slot stands there. */
const beginsOn = ({ start }: Resource, day: string): boolean =>
  new Date(Date.parse(String(start))).toISOString().slice(0, 10) === day
