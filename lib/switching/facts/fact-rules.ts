import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { invalidField } from '@/lib/platform/refusal'
import { type FullFacts, stated, textIn } from '../switch-facts'
import { calendarOf, shiftWorkingDays } from '../timers/calendar-rules'
import { londonInstant } from '../timers/london-time-rules'
import type { FactValue } from './fact'
import type { FactKind } from './fact-kinds'

/** Fields that say on which day something was done: never a day to come. */
const doneFields = [
  'acknowledgedOn',
  'approvedOn',
  'sentOn',
  'heldOn',
  'decidedOn',
  'askedOn',
  'issuedOn',
  'retrievedOn',
  'paidOn',
  'flaggedOn',
]

/** Why a statement cannot be, beside what each field says for itself; undefined where nothing speaks against it. */
export function factProblem(
  kind: FactKind,
  value: FactValue,
  facts: FullFacts,
): ReturnType<typeof invalidField> | undefined {
  const ahead = doneFields.find((field) => typeof value[field] === 'string' && (value[field] as Day) > facts.today)
  if (ahead) return invalidField(ahead, 'The day must be today or in the past')
  const over = partOverWhole.find(([whole, part]) => Number(value[part]) > Number(value[whole]))
  if (over) return invalidField(over[1], 'It cannot be more than the whole')
  if (kind === 'dates') return datesProblem(value, facts)
  if (kind === 'rollback-deadline') return deadlineProblem(value, facts)
  return undefined
}

const partOverWhole = [
  ['gaps', 'closed'],
  ['staff', 'booked'],
  ['samples', 'faults'],
  ['cards', 'tested'],
  ['compared', 'unexplained'],
  ['looked', 'missing'],
] as const

/** TM-02: the days must lie in years whose bank holidays are known, or no timer could be set. */
function datesProblem(value: FactValue, { today, holidays }: FullFacts) {
  const [live, extract, meeting] = ['goLiveOn', 'finalExtractOn', 'meetingOn'].map((f) => value[f] as Day) as [
    Day,
    Day,
    Day,
  ]
  const calendar = calendarOf(holidays)
  if (live < today) return invalidField('goLiveOn', 'The day must not be in the past')
  if (extract > live) return invalidField('finalExtractOn', 'The final extract comes before the go-live')
  if (meeting > extract) return invalidField('meetingOn', 'The meeting comes before the final extract')
  const reach = [-80, 20].map((count) => shiftWorkingDays(calendar, live, count))
  if (reach.includes(undefined) || !calendar.years.has(addDays(live, 90).slice(0, 4)))
    return invalidField('goLiveOn', `The bank holidays around ${dayWords(live)} are not known yet`)
  if (value.cutover !== 'weekend' || new Date(`${extract}T00:00:00Z`).getUTCDay() === 5) return undefined
  return invalidField('finalExtractOn', 'A weekend cut-over begins with a final extract on a Friday')
}

function deadlineProblem(value: FactValue, facts: FullFacts) {
  const extract = textIn(stated(facts, 'dates'), 'finalExtractOn')
  if (londonInstant(value.day as Day, value.time as string) <= facts.now)
    return invalidField('day', 'The deadline must be in the future')
  return extract && (value.day as Day) < extract
    ? invalidField('day', 'The deadline must not be before the final extract')
    : undefined
}
