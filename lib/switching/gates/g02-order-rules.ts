import { addDays, dayWords } from '@/lib/platform/days'
import { type FullFacts, stated } from '../switch-facts'
import { line, type Predicate } from './predicate'
import { isStated, readOf } from './stated-lines'

/** G2: whether the switch can be ordered: money, contract, and the end of the old one. */
export function orderLines(facts: FullFacts): Predicate[] {
  return [
    line(
      { id: 'G2.1', sentence: 'The funding request is approved', owner: 'Commissioner', read: facts.funding },
      facts.funding?.approved === true,
      facts.funding ? 'The funding request is not approved' : 'There is no funding request for the call-off',
    ),
    line(
      {
        id: 'G2.2',
        sentence: 'The call-off for the new system is signed',
        owner: 'Practice manager',
        read: { gainingContractId: facts.gainingContractId },
      },
      facts.gainingContractId !== null && facts.gainingSupplierId !== null,
      'No signed contract for the new system stands behind this switch yet',
    ),
    acknowledged(facts),
    noticeLine(facts),
    overlapLine(facts),
    isStated(
      facts,
      'cancellation-charges',
      { id: 'G2.6', sentence: 'The cancellation charges are acknowledged', owner: 'Commissioner' },
      'The commissioner has not acknowledged the cancellation charges',
    ),
  ]
}

function acknowledged(facts: FullFacts): Predicate {
  const missing = [
    stated(facts, 'acknowledged-losing') ? '' : 'losing',
    stated(facts, 'acknowledged-gaining') ? '' : 'gaining',
  ].filter(Boolean)
  return line(
    {
      id: 'G2.3',
      sentence: 'Both suppliers have acknowledged the switch',
      owner: 'Both suppliers',
      read: readOf(facts, 'acknowledged-losing', 'acknowledged-gaining'),
    },
    missing.length === 0,
    `Not acknowledged by the ${missing.join(' and the ')} supplier`,
  )
}

/** A contract that runs out by itself needs no notice; one that is ended before needs as many days as it says. */
function noticeLine({ leaving }: FullFacts): Predicate {
  const early = leaving !== null && leaving.runsUntil < leaving.endsOn
  const inTime =
    leaving !== null &&
    (!early ||
      (leaving.noticeGivenOn !== null && addDays(leaving.noticeGivenOn, leaving.noticeDays) <= leaving.runsUntil))
  return line(
    {
      id: 'G2.4',
      sentence: 'Notice is given in time for the planned end of the contract that is left',
      owner: 'Commissioner',
      read: leaving && {
        runsUntil: leaving.runsUntil,
        noticeGivenOn: leaving.noticeGivenOn,
        noticeDays: leaving.noticeDays,
      },
    },
    inTime,
    leaving === null
      ? 'The contract that is left cannot be found'
      : leaving.noticeGivenOn === null
        ? 'It ends before its term, and no notice stands'
        : `Notice of ${leaving.noticeDays} days was given on ${dayWords(leaving.noticeGivenOn)}, too late for ${dayWords(leaving.runsUntil)}`,
  )
}

function overlapLine({ leaving, gaining }: FullFacts): Predicate {
  const known = leaving !== null && gaining !== null
  return line(
    {
      id: 'G2.5',
      sentence: 'The new contract starts before the old one ends',
      owner: 'Practice manager',
      read: { startsOn: gaining?.startsOn ?? null, runsUntil: leaving?.runsUntil ?? null },
    },
    known && gaining.startsOn <= leaving.runsUntil,
    known
      ? `The new contract starts on ${dayWords(gaining.startsOn)}, after the old one has ended on ${dayWords(leaving.runsUntil)}`
      : 'The days of both contracts are not known',
  )
}
