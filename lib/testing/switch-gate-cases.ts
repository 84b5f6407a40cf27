import type { FactValue } from '@/lib/switching/facts/fact'
import type { FactKind } from '@/lib/switching/facts/fact-kinds'
import type { FullFacts, RadarFact } from '@/lib/switching/switch-facts'
import { completeFacts, runOf, second, withFact } from './complete-switch-facts'

/** The line, the statement it reads, and values that do not meet it. */
export const byStatement: [string, FactKind, FactValue[]][] = [
  ['G1.1', 'needs', []],
  ['G1.4', 'switching-cost', []],
  ['G2.3', 'acknowledged-losing', []],
  ['G2.3', 'acknowledged-gaining', []],
  ['G2.6', 'cancellation-charges', []],
  ['G3.3', 'dpia', []],
  ['G3.4', 'dde', []],
  ['G3.5', 'profile-losing', [{ sha256: 'b'.repeat(64) }]],
  ['G3.5', 'profile-gaining', [{ sha256: 'b'.repeat(64) }]],
  ['G3.5', 'profile-safety', [{ sha256: 'b'.repeat(64) }]],
  ['G3.6', 'dates', []],
  ['G4.1', 'survey', [{ gaps: 3, closed: 2 }]],
  [
    'G5.1',
    'registrations',
    [
      { fp69: 1, pending: 0 },
      { fp69: 0, pending: 1 },
    ],
  ],
  ['G5.2', 'inboxes', []],
  [
    'G5.3',
    'training',
    [
      { staff: 20, booked: 17 },
      { staff: 0, booked: 0 },
    ],
  ],
  [
    'G7.4',
    'sample-checks',
    [
      { samples: 0, faults: 0 },
      { samples: 50, faults: 1 },
    ],
  ],
  ['G8.1', 'cutover-meeting', [{ heldOn: '2026-01-31' }, { heldOn: '2026-02-28' }]],
  ['G8.2', 'pcse-form', [{ sentOn: '2026-02-14' }]],
  [
    'G8.3',
    'smartcards',
    [
      { cards: 20, tested: 19 },
      { cards: 0, tested: 0 },
    ],
  ],
  ['G8.4', 're-entry-process', []],
  ['G8.5', 'downtime-rota', []],
  ['G8.6', 'rollback-deadline', []],
  [
    'G8.7',
    'go-no-go',
    [
      { decision: 'no-go', decidedOn: '2026-02-26' },
      { decision: 'go', decidedOn: '2026-02-19' },
    ],
  ],
  ['G9.2', 'logged-off', [{ sessions: 1 }]],
  ['G9.4', 're-entry-open', []],
  ['G10.2', 'delta', []],
  ['G10.4', 'rollback-deadline', [{ day: '2026-02-27', time: '16:00' }]],
  ['G11.1', 're-entry-open', []],
  [
    'G11.2',
    'list-size',
    [
      { system: 9870, pds: 9871 },
      { system: 0, pds: 0 },
    ],
  ],
  ['G11.3', 'registers', [{ compared: 21, unexplained: 1 }]],
  ['G12.1', 'legacy-access', []],
  ['G12.3', 'audit-archive', [{ retrievedOn: '2026-04-01', lookUps: 4 }]],
  [
    'G12.4',
    'former-list',
    [
      { looked: 40, missing: 1 },
      { looked: 0, missing: 0 },
    ],
  ],
  ['G12.5', 'last-invoice', []],
  ['G13.2', 'evidence-pack', []],
]

const radar = (change: Partial<RadarFact>) => (f: FullFacts) => ({
  ...f,
  radar: f.radar.map((l, i) => (i === 0 ? { ...l, ...change } : l)),
})
const put = (change: Partial<FullFacts>) => (f: FullFacts) => ({ ...f, ...change })
const open = (severity: string) => (f: FullFacts) => withFact(f, 'incident', { severity, state: 'open', sort: 'other' })
const { leaving, hazards } = completeFacts
/** The line, what is wrong, and the facts without it. */
export const otherFacts: [string, string, (f: FullFacts) => FullFacts][] = [
  ['G1.2', 'the comparison is not found', put({ comparison: null })],
  ['G1.3', 'no contract to leave', (f) => ({ ...f, leaving: { ...leaving!, minimumMonths: null } })],
  ['G2.1', 'no funding request', put({ funding: null })],
  ['G2.1', 'funding not approved', put({ funding: { id: 'f', approved: false } })],
  ['G2.2', 'no contract', put({ gainingContractId: null })],
  ['G2.4', 'ends early without notice', put({ leaving: { ...leaving!, runsUntil: '2026-04-30' } })],
  [
    'G2.4',
    'ends early, notice a day late',
    put({ leaving: { ...leaving!, runsUntil: '2026-04-30', noticeGivenOn: '2026-01-31' } }),
  ],
  ['G2.5', 'new start after old end', put({ gaining: { startsOn: '2026-10-01' } })],
  ['G2.5', 'no new contract', put({ gaining: null })],
  [
    'G3.1',
    'nobody as data protection officer',
    put({ people: { ...completeFacts.people, 'data-protection-officer': undefined } }),
  ],
  ['G3.2', 'a seed is missing', put({ hazards: hazards.slice(1) })],
  ['G3.6', 'no final load reserved', put({ reserved: completeFacts.reserved.slice(0, 1) })],
  ['G3.7', 'no third party', (f) => ({ ...f, radar: f.radar.map((l) => ({ ...l, thirdParty: '' })) })],
  ['G4.2', 'nobody has said', radar({ inUse: null })],
  ['G4.2', 'no owner', radar({ owner: '' })],
  ['G4.2', 'no plan', radar({ plan: '' })],
  ['G4.2', 'a contracted service is not listed (RD-02)', put({ contracted: ['EPS', 'Dispensary'] })],
  ['G4.2', 'an empty list', put({ radar: [], contracted: [] })],
  ['G5.4', 'a third party is not told', radar({ toldOn: null })],
  ['G5.4', 'an empty list', put({ radar: [] })],
  [
    'G6.1',
    'no source manifest',
    (f) => ({ ...f, manifests: f.manifests.filter((m) => m.side !== 'source' || m.phase !== 'trial-1'), runs: [] }),
  ],
  ['G7.1', 'an S1', put({ runs: [runOf('trial', { unexplained: { S1: '1-4', S2: 0 } }), second()] })],
  ['G7.3', 'codes missing', put({ runs: [runOf('trial', { codesCovered: false }), second()] })],
  ['G7.3', 'codes not checked', put({ runs: [runOf('trial', { codesCovered: null }), second()] })],
  ['G7.4', 'samples older than the run', put({ runs: [runOf('trial', { takenInAt: new Date(99) }), second()] })],
  ['G7.5', 'not reproduced', put({ runs: [runOf('trial')] })],
  [
    'G7.6',
    'a part is behind',
    put({ parts: [{ id: 'p', part: 'documents', state: 'trial-loaded', stateBefore: null }] }),
  ],
  [
    'G7.6',
    'a part is on hold',
    put({ parts: [{ id: 'p', part: 'documents', state: 'on-hold', stateBefore: 'loaded' }] }),
  ],
  ['G7.7', 'a hazard of 15', put({ hazards: [{ ...hazards[0]!, likelihoodAfter: 3, severityAfter: 5 }] })],
  [
    'G7.7',
    'a hazard nobody assessed',
    put({ hazards: [{ ...hazards[0]!, likelihoodAfter: null, severityAfter: null }] }),
  ],
  ['G9.1', 'a link is on', radar({ offAt: null })],
  ['G9.1', 'an empty list', put({ radar: [] })],
  ['G9.3', 'no freeze manifest', put({ manifests: [] })],
  ['G10.3', 'a link is not proven', radar({ onAt: null })],
  ['G10.5', 'no site', put({ site: null })],
  [
    'G10.6',
    'a part is behind',
    (f) => ({ ...f, state: 'loaded', parts: [{ id: 'p', part: 'documents', state: 'frozen', stateBefore: null }] }),
  ],
  ['G10.7', 'an empty log', put({ hazards: [] })],
  ['G11.1', 'a slip is open', put({ slips: { open: 1, all: 12 } })],
  ['G11.4', 'no run of day 20', (f) => ({ ...f, runs: f.runs.filter((r) => r.kind !== 'day-20') })],
  [
    'G11.4',
    'an S1 on day 5',
    (f) => ({
      ...f,
      runs: [...f.runs.filter((r) => r.kind !== 'day-5'), runOf('day-5', { unexplained: { S1: 7, S2: 0 } })],
    }),
  ],
  ['G11.5', 'an S1 incident', open('S1')],
  ['G11.6', 'a part is behind', put({ parts: [{ id: 'p', part: 'documents', state: 'loaded', stateBefore: null }] })],
  ['G12.1', 'day 89', put({ today: '2026-05-30' })],
  ['G12.1', 'no go-live', put({ wentLiveOn: null })],
  ['G12.2', 'an S2 incident', open('S2')],
  ['G13.1', 'no certificate', put({ certificate: null })],
]
