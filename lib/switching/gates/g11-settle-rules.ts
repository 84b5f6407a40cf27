import { addDays, dayWords } from '@/lib/platform/days'
import { currentRuns } from '../run-rules'
import { proofDays, readOnlyDays, runKindWords } from '../switch'
import { type FullFacts, incidentsOf, numberIn, type StatedIncident, stated } from '../switch-facts'
import { partsLine } from './g07-data-rules'
import { line, type Predicate } from './predicate'
import { isStated, noneLeft, readOf } from './stated-lines'

const manager = 'Practice manager'

/** G11: whether the new system has settled, so that the old one is for reading only. */
export function settleLines(facts: FullFacts): Predicate[] {
  const { slips } = facts
  const opened = stated(facts, 're-entry-open') !== undefined
  return [
    line(
      { id: 'G11.1', sentence: 'The re-entry log is empty', owner: manager, read: [slips.open, slips.all] },
      opened && slips.open === 0,
      opened ? `${slips.open} of ${slips.all} slips are not found in the new system yet` : 'The log was never opened',
    ),
    listLine(facts),
    noneLeft(
      facts,
      'registers',
      ['unexplained'],
      { id: 'G11.3', sentence: 'Differences of registers and QOF counts are explained (C20)', owner: 'Clinical lead' },
      'The registers have not been compared',
    ),
    proofLine(facts),
    incidentLine(facts, 'G11.5', ['S1']),
    partsLine(facts, 'G11.6'),
  ]
}

function listLine(facts: FullFacts): Predicate {
  const fact = stated(facts, 'list-size')
  const [system, pds] = [numberIn(fact, 'system'), numberIn(fact, 'pds')]
  return line(
    {
      id: 'G11.2',
      sentence: 'The list size equals that of the Personal Demographics Service (C21)',
      owner: manager,
      read: readOf(facts, 'list-size'),
    },
    system !== undefined && system > 0 && system === pds,
    system === undefined ? 'The list size is not compared' : `${system} in the new system, ${pds} in the service`,
  )
}

function proofLine(facts: FullFacts): Predicate {
  const runs = proofDays.map((kind) => [kind, currentRuns(facts, kind)] as const)
  const missing = runs.filter(([, found]) => found.length === 0).map(([kind]) => runKindWords[kind])
  const harmful = runs
    .filter(([, found]) => found.some((r) => r.unexplained.S1 !== 0))
    .map(([kind]) => runKindWords[kind])
  return line(
    {
      id: 'G11.4',
      sentence: 'The runs of days 1, 5 and 20 are verified',
      owner: manager,
      read: runs.map(([kind, found]) => [kind, found.map((r) => [r.id, r.unexplained.S1])]),
    },
    missing.length === 0 && harmful.length === 0,
    missing.length > 0 ? `No verified run: ${missing.join(', ')}` : `Unexplained S1 differences: ${harmful.join(', ')}`,
  )
}

/** No incident of these severities is open. */
export function incidentLine(facts: FullFacts, id: string, severities: StatedIncident['severity'][]): Predicate {
  const open = incidentsOf(facts).filter((i) => i.state === 'open' && severities.includes(i.severity))
  return line(
    {
      id,
      sentence: `No ${severities.join(' or ')} incident is open`,
      owner: 'Clinical safety officer',
      read: incidentsOf(facts),
    },
    open.length === 0,
    `Open: ${open.map((i) => i.number).join(', ')}`,
  )
}

/** G12: whether the old system is no longer needed. */
export function legacyLines(facts: FullFacts): Predicate[] {
  const until = facts.wentLiveOn ? addDays(facts.wentLiveOn, readOnlyDays) : undefined
  const archive = stated(facts, 'audit-archive')
  return [
    line(
      {
        id: 'G12.1',
        sentence: `The old system has been readable for ${readOnlyDays} days since go-live, and its use is counted`,
        owner: 'Losing supplier',
        read: [facts.wentLiveOn, readOf(facts, 'legacy-access')],
      },
      until !== undefined && facts.today >= until && stated(facts, 'legacy-access') !== undefined,
      !until
        ? 'There is no day of go-live'
        : facts.today < until
          ? `It stays readable until ${dayWords(until)}`
          : 'The losing supplier has not said who has used it',
    ),
    incidentLine(facts, 'G12.2', ['S1', 'S2']),
    line(
      {
        id: 'G12.3',
        sentence: 'The audit archive was retrieved, and five look-ups worked (C23)',
        owner: manager,
        read: readOf(facts, 'audit-archive'),
      },
      (numberIn(archive, 'lookUps') ?? 0) >= 5,
      archive ? `Only ${numberIn(archive, 'lookUps')} look-ups worked` : 'It was never retrieved',
    ),
    formerLine(facts),
    isStated(
      facts,
      'last-invoice',
      { id: 'G12.5', sentence: 'The last invoice of the old system is paid', owner: 'Commissioner' },
      'No last invoice is recorded as paid',
    ),
  ]
}

function formerLine(facts: FullFacts): Predicate {
  const fact = stated(facts, 'former-list')
  const [looked, missing] = [numberIn(fact, 'looked') ?? 0, numberIn(fact, 'missing') ?? 0]
  return line(
    {
      id: 'G12.4',
      sentence: 'Deceased and deducted patients are proven',
      owner: 'Clinical lead',
      read: readOf(facts, 'former-list'),
    },
    looked > 0 && missing === 0,
    looked === 0 ? 'None of them was looked up' : `${missing} were not found`,
  )
}

/** G13: whether the switch can be closed for good. */
export function closeLines(facts: FullFacts): Predicate[] {
  return [
    line(
      {
        id: 'G13.1',
        sentence: 'The losing supplier has certified that its copy is deleted',
        owner: 'Losing supplier',
        read: facts.certificate,
      },
      facts.certificate !== null,
      'There is no deletion certificate',
    ),
    isStated(
      facts,
      'evidence-pack',
      { id: 'G13.2', sentence: 'The evidence pack is sealed', owner: manager },
      'The evidence pack is not sealed',
    ),
  ]
}
