import { addDays, dayWords } from '@/lib/platform/days'
import { manifestOf } from '../run-rules'
import { type FullFacts, numberIn, stated, textIn } from '../switch-facts'
import { calendarOf, workingDaysPast } from '../timers/calendar-rules'
import { line, type Predicate } from './predicate'
import { countsAgree, isStated, readOf } from './stated-lines'

const manager = 'Practice manager'

/** G8: whether the records can be frozen. */
export function freezeLines(facts: FullFacts): Predicate[] {
  return [
    daysBefore(facts, 'cutover-meeting', 'heldOn', 28, {
      id: 'G8.1',
      sentence: 'The cut-over meeting was held at least 28 days before the final extract',
      missing: 'No cut-over meeting is recorded',
    }),
    daysBefore(facts, 'pcse-form', 'sentOn', 14, {
      id: 'G8.2',
      sentence: 'The form to Primary Care Support England was sent at least 14 days before the final extract',
      missing: 'The form has not been sent',
    }),
    countsAgree(
      facts,
      'smartcards',
      ['cards', 'tested'],
      { id: 'G8.3', sentence: 'The smartcards are tested', owner: 'IT delivery partner' },
      { missing: 'No smartcards are counted', short: (n) => `${n} smartcards are not tested` },
      1,
    ),
    isStated(
      facts,
      're-entry-process',
      { id: 'G8.4', sentence: 'The process of re-entry is chosen', owner: manager },
      'No process is chosen',
    ),
    isStated(
      facts,
      'downtime-rota',
      { id: 'G8.5', sentence: 'There is a rota for the downtime', owner: manager },
      'There is no rota',
    ),
    isStated(
      facts,
      'rollback-deadline',
      { id: 'G8.6', sentence: 'The deadline of the roll-back is set', owner: manager },
      'No deadline is set',
    ),
    decisionLine(facts),
  ]
}

function daysBefore(
  facts: FullFacts,
  kind: 'cutover-meeting' | 'pcse-form',
  field: string,
  days: number,
  { missing, ...say }: { id: string; sentence: string; missing: string },
): Predicate {
  const [on, extract] = [textIn(stated(facts, kind), field), textIn(stated(facts, 'dates'), 'finalExtractOn')]
  const met = on !== undefined && extract !== undefined && on <= facts.today && addDays(on, days) <= extract
  return line(
    { ...say, owner: manager, read: readOf(facts, kind, 'dates') },
    met,
    !on
      ? missing
      : !extract
        ? 'The day of the final extract is not set'
        : `${dayWords(on)} is too late for a final extract on ${dayWords(extract)}`,
  )
}

function decisionLine(facts: FullFacts): Predicate {
  const fact = stated(facts, 'go-no-go')
  const on = textIn(fact, 'decidedOn')
  const age = on && on <= facts.today ? workingDaysPast(calendarOf(facts.holidays), on, facts.today) : undefined
  const isGo = textIn(fact, 'decision') === 'go'
  return line(
    {
      id: 'G8.7',
      sentence: 'The decision is go, and at most 5 working days old',
      owner: manager,
      read: readOf(facts, 'go-no-go'),
    },
    isGo && age !== undefined && age <= 5,
    !on ? 'There is no decision' : isGo ? 'The decision is older than 5 working days' : 'The decision is no-go',
  )
}

/** G9: whether the final load can be taken for done: the old system stands still and nothing writes to it. */
export function loadLines(facts: FullFacts): Predicate[] {
  const on = facts.radar.filter((l) => l.inUse && l.offAt === null)
  const manifest = manifestOf(facts, 'final', 'source')
  const sessions = numberIn(stated(facts, 'logged-off'), 'sessions')
  return [
    line(
      {
        id: 'G9.1',
        sentence: 'Every link of the old system is confirmed off',
        owner: 'IT delivery partner',
        read: facts.radar.map((l) => [l.service, l.inUse, l.offAt?.toISOString() ?? null]),
      },
      facts.radar.length > 0 && on.length === 0,
      facts.radar.length === 0 ? 'No dependent services are listed' : `Not off: ${on.map((l) => l.service).join(', ')}`,
    ),
    line(
      {
        id: 'G9.2',
        sentence: 'Everyone is logged off',
        owner: 'Losing supplier',
        read: readOf(facts, 'logged-off'),
      },
      sessions === 0,
      sessions === undefined ? 'Nobody has confirmed it' : `${sessions} sessions are open`,
    ),
    line(
      {
        id: 'G9.3',
        sentence: 'The manifest of the frozen extract is signed',
        owner: 'Losing supplier',
        read: manifest?.sha256 ?? null,
      },
      manifest !== undefined && manifest.supplierId === facts.losingSupplierId,
      'The losing supplier has not signed the final manifest',
    ),
    isStated(
      facts,
      're-entry-open',
      { id: 'G9.4', sentence: 'The re-entry log is open', owner: manager },
      'The re-entry log is not open',
    ),
  ]
}
