import { instantInWords } from '@/lib/platform/days'
import { type FullFacts, stated, textIn } from '../switch-facts'
import { londonInstant } from '../timers/london-time-rules'
import { liveLines as firstStageLiveLines } from './first-stage-rules'
import { hazardLine, partsLine } from './g07-data-rules'
import { line, type Predicate } from './predicate'
import { isStated, readOf } from './stated-lines'

/** G10: whether the practice can go live. */
export function liveLines(facts: FullFacts): Predicate[] {
  const [harm, site] = firstStageLiveLines(facts) as [Predicate, Predicate]
  return [
    harm,
    isStated(
      facts,
      'delta',
      { id: 'G10.2', sentence: 'What changed since the trial load is explained', owner: 'Clinical lead' },
      'The changes since the trial load are not explained',
    ),
    linksLine(facts),
    deadlineLine(facts),
    site,
    partsLine(facts, 'G10.6'),
    hazardLine(facts, 'G10.7'),
  ]
}

function linksLine({ radar }: FullFacts): Predicate {
  const open = radar.filter((l) => l.inUse && l.onAt === null)
  return line(
    {
      id: 'G10.3',
      sentence: 'Every link is proven on the new system, with its tester and time',
      owner: 'Gaining supplier',
      read: radar.map((l) => [l.service, l.inUse, l.onById, l.onAt?.toISOString() ?? null]),
    },
    radar.length > 0 && open.length === 0,
    radar.length === 0 ? 'No dependent services are listed' : `Not proven: ${open.map((l) => l.service).join(', ')}`,
  )
}

/** The instant until which a decision must have been made, from the day and the London time that were stated (R2). */
export function rollBackDeadline(facts: Pick<FullFacts, 'stated'>): Date | undefined {
  const fact = stated(facts, 'rollback-deadline')
  const [day, time] = [textIn(fact, 'day'), textIn(fact, 'time')]
  return day && time ? londonInstant(day, time) : undefined
}

function deadlineLine(facts: FullFacts): Predicate {
  const deadline = rollBackDeadline(facts)
  return line(
    {
      id: 'G10.4',
      sentence: deadline ? `It goes live by ${instantInWords(deadline)}` : 'It goes live within the deadline',
      owner: 'Practice manager',
      read: readOf(facts, 'rollback-deadline'),
    },
    deadline !== undefined && facts.now < deadline,
    deadline ? `The deadline of ${instantInWords(deadline)} has passed` : 'No deadline is set',
  )
}
