import { rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { judgeFolder, newFolder, pathsOf, writeSide } from '@/lib/testing/reconciliation-runs'
import type { Judged } from './finding'

const folder = newFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const numbers = ['9434765919', '9000000009', '9000000017']
const patient = (id: string, n: number) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: numbers[n] }],
  name: [{ family: ['Gilroy', 'Zoë', 'Okafor'][n] }],
})
const of = <More extends object>(type: string, id: string, subject: string, more: More) => ({
  resourceType: type,
  id,
  subject: { reference: `Patient/${subject}` },
  ...more,
})
const coded = (code: string, text: string) => ({
  code: { coding: [{ system: 'http://snomed.info/sct', code, display: text }], text },
})

/** The records of one system: `s` tells its ids from the other's. */
const system = (s: string) => ({
  gilroy: patient(`${s}1`, 0),
  zoe: patient(`${s}2`, 1),
  encounter: of('Encounter', `${s}3`, `${s}1`, {
    status: 'finished',
    period: { start: '2020-01-01T10:00:00Z' },
    reasonCode: [coded('1', 'Cough').code],
  }),
  weight: of('Observation', `${s}4`, `${s}1`, {
    status: 'final',
    ...coded('27113001', 'Body weight'),
    effectiveDateTime: '2020-01-01',
    encounter: { reference: `Encounter/${s}3` },
    valueQuantity: { value: 71.5, unit: 'kg' },
    note: [{ text: 'Without shoes – déjà vu' }],
  }),
  height: of('Observation', `${s}5`, `${s}1`, {
    status: 'final',
    ...coded('50373000', 'Body height'),
    effectiveDateTime: '2020-01-01',
    encounter: { reference: `Encounter/${s}3` },
    valueQuantity: { value: 171, unit: 'cm' },
  }),
  sameTwice: [6, 7].map((n) =>
    of('Procedure', `${s}${n}`, `${s}2`, { status: 'completed', ...coded('86198006', 'Vaccination') }),
  ),
})
type System = ReturnType<typeof system>
const records = ({ sameTwice, ...others }: System): object[] => [...Object.values(others), ...sameTwice]

async function compared(change: (target: System) => object[], source = records(system('a'))): Promise<Judged[]> {
  writeSide(folder, 'source', source)
  writeSide(folder, 'target', change(system('b')))
  return (await judgeFolder(folder)).judged
}
const said = (judged: Judged[]) =>
  judged.map((one) => [one.class, one.sourceId ?? one.targetId, pathsOf(one).join(' ')]).sort()

it('B5: several losses in one record are one difference with all its paths, under every check they meet', async () => {
  const judged = await compared((b) => {
    const { weight } = b
    return records({
      ...b,
      weight: {
        ...weight,
        effectiveDateTime: '2020-01',
        valueQuantity: { value: 715, unit: 'lb' },
        note: [{ text: 'Without shoes â€“ dÃ©jÃ\u00a0 vu' }],
      } as typeof weight,
    })
  })
  expect(said(judged)).toEqual([
    ['altered', 'a4', 'effectiveDateTime note[0].text valueQuantity.unit valueQuantity.value'],
  ])
  expect([...judged[0]!.checks.keys()]).toEqual(expect.arrayContaining(['C05', 'C13', 'C14', 'C15']))
  expect(judged[0]!.severity).toBe('S1')
})

it('LK-03: an altered record is no loss of those that refer to it, and one that is gone is none either', async () => {
  const altered = await compared((b) =>
    records({ ...b, encounter: { ...b.encounter, reasonCode: [] } as unknown as System['encounter'] }),
  )
  expect(said(altered.filter((one) => !one.neighbour))).toEqual([['altered', 'a3', 'reasonCode[0]']])
  expect(altered.filter((one) => one.neighbour).map((one) => one.severity)).toEqual([undefined, undefined])
  const gone = await compared((b) => records(b).filter((one) => one !== b.encounter))
  expect(said(gone.filter((one) => !one.neighbour))).toEqual([['missing', 'a3', '']])
})

it('§7.5: an altered record whose link was turned as well has both paths', async () => {
  const other = (s: string) =>
    of('Encounter', `${s}8`, `${s}1`, { status: 'finished', period: { start: '2021-01-01T10:00:00Z' } })
  const judged = await compared(
    (b) => [
      ...records({ ...b, weight: { ...b.weight, status: 'amended', encounter: { reference: 'Encounter/b8' } } }),
      other('b'),
    ],
    [...records(system('a')), other('a')],
  )
  expect(said(judged)).toEqual([['altered', 'a4', 'encounter.reference status']])
  expect([...judged[0]!.checks.keys()]).toContain('C07')
})

it('LK-04: of three equal records and two, one is missing; of two and three, one is a duplicate', async () => {
  const third = (s: string) =>
    of('Procedure', `${s}9`, `${s}2`, { status: 'completed', ...coded('86198006', 'Vaccination') })
  const missing = await compared(records, [...records(system('a')), third('a')])
  expect(missing.map((one) => one.class)).toEqual(['missing'])
  const twice = await compared((b) => [...records(b), third('b')])
  expect(twice.map((one) => [one.class, one.severity])).toEqual([['duplicate', 'S2']])
})

it('§7.5: a record with another patient, a patient gone and a patient come are each what they are', async () => {
  const judged = await compared((b) => [
    b.gilroy,
    b.encounter,
    { ...b.height, subject: { reference: 'Patient/b10' } },
    b.weight,
    patient('b10', 2),
  ])
  expect(
    judged
      .filter((one) => !one.neighbour)
      .map((one) => one.class)
      .sort(),
  ).toEqual(['missing', 'patient-added', 'patient-added', 'patient-missing', 'patient-missing', 'patient-missing'])
  const moved = await compared((b) => records({ ...b, height: { ...b.height, subject: { reference: 'Patient/b2' } } }))
  expect(said(moved)).toEqual([['wrong-patient', 'a5', 'subject.reference']])
  expect(moved[0]!.checks.get('C06')).toBe('S1')
})

it('C04, C12: count what a patient has of a type, and what a month has', async () => {
  const lost = await compared((b) => records(b).filter((one) => one !== b.weight))
  expect(Object.fromEntries(lost[0]!.checks)).toMatchObject({ C04: 'S2', C12: 'S2' })
  const both = await compared((b) => records(b).filter((one) => one !== b.weight && one !== b.height))
  expect(both.map((one) => one.checks.get('C12'))).toEqual(['S1', 'S1'])
})
