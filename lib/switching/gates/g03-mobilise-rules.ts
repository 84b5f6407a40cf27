import { hazardSeeds } from '../hazards/hazard-seeds'
import { rolesOf, switchRoles } from '../switch'
import { type FullFacts, stated, textIn } from '../switch-facts'
import { line, type Predicate } from './predicate'
import { isStated, readOf } from './stated-lines'

/** G3: whether everybody and everything that the work needs is there. */
export function mobiliseLines(facts: FullFacts): Predicate[] {
  const manager = 'Practice manager'
  const nobody = rolesOf(facts.machineVersion).filter((role) => facts.people[role] === undefined)
  const seeds = hazardSeeds.filter(({ number }) => !facts.hazards.some((h) => h.number === number))
  const safety = facts.people['clinical-safety-officer']
  const third = facts.radar.filter((l) => l.inUse && l.thirdParty !== '')
  return [
    line(
      { id: 'G3.1', sentence: 'There is a person in every role', owner: manager, read: facts.people },
      nobody.length === 0,
      `Nobody is named as ${nobody.map((role) => switchRoles[role].title.toLowerCase()).join(', ')}`,
    ),
    line(
      {
        id: 'G3.2',
        sentence: 'The clinical safety officer is named, and the hazard log is open with all its seeds',
        owner: 'Clinical safety officer',
        read: { safety: safety ?? null, missing: seeds.map((s) => s.number) },
      },
      safety !== undefined && seeds.length === 0,
      safety === undefined
        ? 'No clinical safety officer is named'
        : `Not in the log: ${seeds.map((s) => s.number).join(', ')}`,
    ),
    isStated(
      facts,
      'dpia',
      { id: 'G3.3', sentence: 'The data protection officer has approved the DPIA', owner: 'Data protection officer' },
      'The impact assessment is not approved',
    ),
    isStated(
      facts,
      'dde',
      {
        id: 'G3.4',
        sentence: 'The description of the extract and its exclusions are received',
        owner: 'Losing supplier',
      },
      'The losing supplier has not described its extract',
    ),
    profileLine(facts),
    datesLine(facts),
    line(
      {
        id: 'G3.7',
        sentence: 'The third parties are listed',
        owner: manager,
        read: third.map((l) => [l.service, l.thirdParty]),
      },
      third.length > 0,
      'No service in use names a third party',
    ),
  ]
}

function profileLine(facts: FullFacts): Predicate {
  const kinds = ['profile-losing', 'profile-gaining', 'profile-safety'] as const
  const hashes = kinds.map((kind) => textIn(stated(facts, kind), 'sha256'))
  const all = hashes.every((hash) => hash !== undefined)
  return line(
    {
      id: 'G3.5',
      sentence: 'Both suppliers and the clinical safety officer agree on one reconciliation profile',
      owner: 'Both suppliers, clinical safety officer',
      read: readOf(facts, ...kinds),
    },
    all && new Set(hashes).size === 1,
    all ? 'They name different profiles' : `${hashes.filter((h) => h === undefined).length} of 3 have not agreed yet`,
  )
}

/** CC-01: the weeks of trial and final load are reserved, so the capacity is this switch's. */
function datesLine(facts: FullFacts): Predicate {
  const reserved = new Set(facts.reserved.map((r) => r.kind))
  const missing = ['trial-load', 'final-load'].filter((kind) => !reserved.has(kind))
  const dated = stated(facts, 'dates') !== undefined
  return line(
    {
      id: 'G3.6',
      sentence: 'The days are set, and capacity for both loads is reserved',
      owner: 'Practice manager',
      read: [readOf(facts, 'dates'), facts.reserved],
    },
    dated && missing.length === 0,
    dated
      ? `Not reserved: ${missing.map((kind) => kind.replace('-', ' ')).join(', ')}`
      : 'The planned days are not set',
  )
}
