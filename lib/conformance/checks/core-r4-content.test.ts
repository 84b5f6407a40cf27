import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  at,
  type Bend,
  entries,
  header,
  inRecord,
  instead,
  json,
  other,
  record,
  run,
  startSound,
  without,
} from '@/lib/testing/bent-provider'
import { TransportError } from '../http/client'
import { reasons } from '../run/reasons'
import { fieldsOf, listOf } from './parts/json'

let close: () => Promise<void>
beforeAll(async () => {
  ;({ close } = await startSound())
})
afterAll(() => close())

/** Many ways to be wrong stand with the provider; these are wrong in the middle of an answer. */
const cases: [check: string, reason: string, how: string, bend: Bend][] = [
  [
    'PAGE-01',
    'NO_SELF_LINK',
    'has no self',
    json(/Encounter\?/, (body) =>
      Object.assign(body, { link: listOf(body.link).filter(({ relation }) => relation !== 'self') }),
    ),
  ],
  [
    'PAGE-01',
    'OUTSIDE_BASE',
    'leads out by first',
    json(
      /Encounter\?/,
      (body) => void (body.link as unknown[]).push({ relation: 'first', url: 'https://elsewhere.example/' }),
    ),
  ],
  ['PAGE-01', 'ITEM_TWICE', 'has one twice on a page', instead(/Encounter\?/, other)],
  [
    'PAGE-01',
    'WRONG_TYPE',
    'mixes types',
    instead(/Encounter\?/, (body) => ({
      ...body,
      entry: [...listOf(body.entry), { resource: { resourceType: 'Slot', id: 's' } }],
    })),
  ],
  [
    'PAGE-01',
    'WRONG_SHAPE',
    'has an entry without a resource',
    instead(/Encounter\?/, (body) => ({ ...body, entry: [{}] })),
  ],
  ['WRT-01', 'NO_LOCATION', 'does not say where', header(/Patient$/, 'location', '', 'POST')],
  [
    'WRT-01',
    'OUTSIDE_BASE',
    'says elsewhere',
    header(/Patient$/, 'location', 'https://elsewhere.example/Patient/1', 'POST'),
  ],
  [
    'WRT-01',
    'READ_DIFFERS',
    'sorts a list',
    json(/Patient\/[^$]+$/, (body) => void (body.name as unknown[])?.reverse()),
  ],
  [
    'WRT-01',
    'READ_DIFFERS',
    'rounds a decimal',
    json(/Observation\//, (body) =>
      Object.assign(body, { valueQuantity: { ...fieldsOf(body.valueQuantity), value: 0.09 } }),
    ),
  ],
  [
    'WRT-01',
    'READ_DIFFERS',
    'adds an element',
    json(/Condition\//, (body) => Object.assign(body, { onsetAge: { value: 1 } })),
  ],
  [
    'REC-01',
    'OTHER_PATIENT',
    'performs on another',
    inRecord('MedicationStatement', (one) => Object.assign(one, { informationSource: { reference: 'Patient/p9' } })),
  ],
  [
    'REC-01',
    'OTHER_PATIENT',
    'names another by number',
    inRecord('MedicationRequest', (one) => Object.assign(one, { note: [{ text: 'see 9000000017 and 9000000009' }] })),
  ],
  ['REC-01', 'SUBJECT_MISSING', 'is about nobody', inRecord('AllergyIntolerance', (one) => void delete one.patient)],
  ['REC-01', 'LISTS_DIFFER', 'lists what is not there', json(record, without('AllergyIntolerance'))],
  ['REC-01', 'LISTS_DIFFER', 'has no lists', json(record, without('List'))],
  [
    'REC-01',
    'LISTS_DIFFER',
    'lists not all',
    inRecord('List', (one) => Object.assign(one, { entry: listOf(one.entry).slice(1) })),
  ],
  [
    'REC-01',
    'RECORD_DIFFERS',
    'has not all, and lists not all',
    json(record, (body) => {
      for (const list of entries(body, 'List'))
        list.entry = listOf(list.entry).filter(({ item }) => !/Allergy/.test(JSON.stringify(item)))
      without('AllergyIntolerance')(body)
    }),
  ],
  ['REC-01', 'WRONG_PATIENT', 'is of another', inRecord('Patient', (one) => Object.assign(one, { identifier: [] }))],
  ['REC-01', 'ITEM_TWICE', 'has one twice', instead(record, other)],
  ['REC-01', 'WRONG_SHAPE', 'is a searchset', json(record, (body) => Object.assign(body, { type: 'searchset' }))],
  ['REC-02a', 'INVALID_ACCEPTED', 'takes one', at(record, { status: 200 }, 'POST')],
  ['REC-02b', 'WRONG_STATUS', 'gives an empty record', at(record, { status: 200 }, 'POST')],
  ['APT-03', 'NO_VERSION', 'has no ETag', header(/Appointment$/, 'etag', '', 'POST')],
  [
    'APT-03',
    'READ_DIFFERS',
    'keeps other times',
    json(/Appointment\//, (body) => Object.assign(body, { start: '2020-01-01T00:00:00Z' })),
  ],
  [
    'APT-03',
    'SLOT_STILL_FREE',
    'keeps its slot free',
    json(/Slot\/slot/, (body) => Object.assign(body, { status: 'free' })),
  ],
  ['APT-04', 'ITEM_MISSING', 'loses the first', instead(/Appointment\?/, (body) => ({ ...body, entry: [], total: 0 }))],
  ['EXP-01', 'WRONG_STATUS', 'answers at once', at(/\$export$/, { status: 200 })],
  [
    'EXP-01',
    'OUTSIDE_BASE',
    'has its files elsewhere',
    json(/export-status/, (body) =>
      listOf(body.output)
        .slice(0, 1)
        .map((file) => Object.assign(file, { url: 'https://elsewhere.example/x' })),
    ),
  ],
  ['EXP-01', 'WRONG_MANIFEST', 'has no time', json(/export-status/, (body) => void delete body.transactionTime)],
  [
    'EXP-01',
    'WRONG_FILE',
    'counts one more',
    json(/export-status/, (body) =>
      listOf(body.output)
        .slice(0, 1)
        .map((file) => Object.assign(file, { count: 99 })),
    ),
  ],
  [
    'EXP-01',
    'WRONG_FILE',
    'mixes types',
    instead(/export-files\/.*Slot/, () => ({ resourceType: 'Patient', id: 'x' })),
  ],
  [
    'EXP-01',
    'EXPORT_DIFFERS',
    'changes a number',
    json(/export-files\/.*Patient/, (body) =>
      Object.assign(body, { identifier: body.id === 'p1' ? [] : body.identifier }),
    ),
  ],
  [
    'EXP-01',
    'EXPORT_DIFFERS',
    'searches for fewer',
    instead(/Patient\?_count/, (body) => ({ ...body, entry: listOf(body.entry).slice(1) })),
  ],
  ['EXP-01', 'EXPORT_NOT_FINISHED', 'never ends', at(/export-status/, { status: 202, headers: {} })],
  [
    'PERF-01',
    'TOO_SLOW',
    'is slow once in ten',
    (answer) => (/9000000017/.test(answer.url) ? { ms: 3_000 } : undefined),
  ],
  [
    'PERF-01',
    'NO_ANSWER_IN_TIME',
    'is silent',
    (answer) => {
      if (/identifier/.test(answer.url)) throw new TransportError('HEADERS_TIMEOUT', 0, 10_000)
      return undefined
    },
  ],
]

describe('FM-4: pages, writes, records, bookings and the export', () => {
  it.each(cases)('FM-4: %s fails with %s where the product %s', async (check, reason, _how, bend) => {
    const { results } = await run([check], bend)
    expect(results[0]).toMatchObject({ check, result: 'FAIL', reason })
    expect(results[0]!.message.length).toBeLessThan(500)
    expect(reasons).toContain(results[0]!.reason)
  })
})
