import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { anotherSystems, at, type Change, put } from '@/lib/testing/reconciliation-copies'
import { judgeFolder, newFolder, pathsOf, profileIn } from '@/lib/testing/reconciliation-runs'
import { sharedData } from '@/lib/testing/shared-data'
import { plainStyle, writtenJson } from '../generator/written-json'
import { type Json, JsonNumber, type JsonObject, textAt } from '../json/json'
import { parseJson } from '../json/parse-json'
import type { CheckId, DifferenceClass, Step } from './finding'

const synthea = sharedData('fhir/synthea-10-patients')
const folder = newFolder()
afterAll(() => rmSync(folder, { recursive: true }))

type Loss = {
  name: string
  type: string
  path: Step[]
  to: Change
  kind: DifferenceClass
  paths: string[]
  checks: CheckId[]
}
const text =
  (change: (was: string) => string): Change =>
  (was) =>
    change(was as string)
const gone: Change = () => undefined
const loss = (
  name: string,
  type: string,
  path: Step[],
  to: Change,
  paths: string,
  checks: string,
  kind: DifferenceClass = 'altered',
): Loss => ({
  name,
  type,
  path,
  to,
  kind,
  paths: paths.split(' '),
  checks: checks.split(' ') as CheckId[],
})

/** Losses that stand in no list of planted classes: other types, other depths, other kinds. */
const losses: Loss[] = [
  loss(
    'offset of an onset',
    'Condition',
    ['onsetDateTime'],
    text((t) => t.replace(/-0[45]:00$/, 'Z')),
    'onsetDateTime',
    'C15',
  ),
  loss('end of a period', 'Procedure', ['performedPeriod', 'end'], gone, 'performedPeriod.end', 'C15'),
  loss(
    'precision of a recorded date',
    'AllergyIntolerance',
    ['recordedDate'],
    text((t) => t.slice(0, 7)),
    'recordedDate',
    'C15',
  ),
  loss('codings beside the text', 'Immunization', ['vaccineCode', 'coding'], gone, 'vaccineCode.coding', 'C10'),
  loss(
    'an extension inside a telecom',
    'Practitioner',
    ['telecom', 0, 'extension'],
    gone,
    'telecom[0].extension',
    'C22',
  ),
  loss(
    'a day of birth',
    'Patient',
    ['birthDate'],
    text((t) => t.slice(0, 7)),
    'birthDate',
    'C03 C15',
  ),
  loss('a reason', 'Encounter', ['reasonCode'], gone, 'reasonCode', 'C10'),
  loss('the kind of an encounter', 'Encounter', ['class', 'code'], () => 'IMP', 'class.code', 'C10'),
  loss(
    'the literal of a dose',
    'MedicationRequest',
    ['dosageInstruction', 0, 'doseAndRate', 0, 'doseQuantity', 'value'],
    (n) => new JsonNumber(`${(n as JsonNumber).text}0`),
    'dosageInstruction[0].doseAndRate[0].doseQuantity.value',
    'C14',
    'precision',
  ),
  loss(
    'a place on the map',
    'Location',
    ['position', 'latitude'],
    () => new JsonNumber('0'),
    'position.latitude',
    'C14',
  ),
  loss(
    'double encoding',
    'Organization',
    ['name'],
    text((t) => `${t.slice(0, -1)}Ã©`),
    'name',
    'C13',
  ),
  loss(
    'a replacement character',
    'Device',
    ['deviceName', 0, 'name'],
    text((t) => `${t.slice(0, 3)}\ufffd${t.slice(4)}`),
    'deviceName[0].name',
    'C13',
  ),
  loss('a criticality', 'AllergyIntolerance', ['criticality'], () => 'unable-to-assess', 'criticality', 'C09'),
  loss('a truth value', 'Immunization', ['primarySource'], () => null, 'primarySource', 'C05'),
  loss(
    'a number as a text',
    'Organization',
    ['extension', 0, 'valueInteger'],
    (n) => (n as JsonNumber).text,
    'extension[0].valueInteger',
    'C14',
  ),
  loss(
    'a repeat of a dose',
    'MedicationRequest',
    ['dosageInstruction', 0, 'timing', 'repeat', 'periodUnit'],
    () => 'wk',
    'dosageInstruction[0].timing.repeat.periodUnit',
    'C14',
  ),
  loss('somebody’s role', 'PractitionerRole', ['code'], gone, 'code', 'C10 C22'),
  loss('a sharing label', 'Procedure', ['meta', 'security'], () => [new Map([['code', 'R']])], 'meta', 'C18'),
  loss(
    'a value in a type nobody knows',
    'Zettel',
    ['deep', 0, 'inner', 'word'],
    () => 'x',
    'deep[0].inner.word',
    'C13',
  ),
]

function readSynthea(): JsonObject[] {
  const lines = readdirSync(synthea!).flatMap((name) =>
    gunzipSync(readFileSync(join(synthea!, name)))
      .toString('utf8')
      .trimEnd()
      .split('\n'),
  )
  const records = lines
    .map((line) => parseJson(Buffer.from(line)))
    .map((p) => (p.ok ? p.value : undefined) as JsonObject)
  const unknown = '{"resourceType":"Zettel","id":"z1","deep":[{"inner":{"word":"Some words","n":1}}],"kept":[1,2,3]}'
  return [...records, (parseJson(Buffer.from(unknown)) as { value: Json }).value as JsonObject]
}

function write(side: string, records: JsonObject[], reversed: boolean) {
  mkdirSync(join(folder, side), { recursive: true })
  const lines = records.map((record) => `${writtenJson(record, { ...plainStyle, reversed })}\n`)
  writeFileSync(join(folder, side, 'all.ndjson'), (reversed ? lines.reverse() : lines).join(''))
}

describe.skipIf(!synthea)(
  'B5, CK-00: real records in another system, with losses that are in no list (skipped: no shared data)',
  () => {
    const identity = { system: 'none', fallback: ['https://github.com/synthetichealth/synthea'] }

    it.each(['reference', 'wasm'] as const)(
      'finds exactly these, each with its class, paths and checks, and nothing else (engine %s)',
      { timeout: 120_000 },
      async (engine) => {
        const source = readSynthea()
        const target = source.map(anotherSystems)
        const used = new Set<number>()
        const expected = new Map<string, Loss>()
        for (const one of losses) {
          const host = target.findIndex(
            (r, i) =>
              !used.has(i) &&
              textAt(r, 'resourceType') === one.type &&
              (one.name === 'a sharing label' || at(r, one.path) !== undefined),
          )
          expect(host, one.name).toBeGreaterThanOrEqual(0)
          used.add(host)
          target[host] = put(target[host], one.path, one.to) as JsonObject
          expected.set(textAt(target[host], 'id')!, one)
        }
        const withReason = target.findIndex(
          (r, i) => !used.has(i) && textAt(r, 'resourceType') === 'MedicationRequest' && r.has('reasonReference'),
        )
        const turned = target[withReason]!
        const reason = at(turned, ['reasonReference', 0, 'reference'])
        const other = target.find(
          (r) =>
            textAt(r, 'resourceType') === 'Condition' &&
            textAt(r.get('subject'), 'reference') === textAt(turned.get('subject'), 'reference') &&
            `Condition/${textAt(r, 'id')}` !== reason &&
            !expected.has(textAt(r, 'id')!),
        )
        target[withReason] = put(
          turned,
          ['reasonReference', 0, 'reference'],
          () => `Condition/${textAt(other, 'id')}`,
        ) as JsonObject
        used.add(withReason)
        const lostAt = target.findLastIndex((r) => textAt(r, 'resourceType') === 'Procedure')
        const lost = textAt(target[lostAt], 'id')!.slice(4)
        target.splice(lostAt, 1)
        const twice = target.findIndex((r, i) => !used.has(i) && textAt(r, 'resourceType') === 'Device')
        target.push(new Map(target[twice]!).set('id', 'copy'))
        write('source', source, false)
        write('target', target, true)

        const { judged } = await judgeFolder(folder, profileIn(folder, { identity }), engine)
        const counted = judged.filter((one) => !one.neighbour)
        for (const [id, one] of expected) {
          const found = counted.find((f) => f.targetId === id)
          expect(found?.sourceId, one.name).toBe(id.slice(4))
          expect([one.name, found!.class, pathsOf(found!)]).toEqual([one.name, one.kind, one.paths])
          expect([...found!.checks.keys()], one.name).toEqual(expect.arrayContaining([...one.checks, 'C05']))
        }
        const rest = counted.filter((f) => !expected.has(f.targetId ?? ''))
        expect(rest.map((f) => [f.class, f.sourceId ?? null, pathsOf(f)]).sort()).toEqual(
          [
            ['duplicate', null, []],
            ['link', textAt(turned, 'id')!.slice(4), ['reasonReference[0].reference']],
            ['missing', lost, []],
          ].sort(),
        )
      },
    )
  },
)
