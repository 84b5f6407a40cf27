import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { folderOf } from '@/lib/testing/two-sides'
import { runVerb } from '../run-verb'
import { unbundle } from './unbundle'

const bundle = (...entries: string[]) =>
  `\ufeff{"resourceType":"Bundle","type":"collection","entry":[${entries.join(',')}]}`
const entry = (resource: string, more = '') => `{${more}"resource":${resource}}`
const patient = '{"id":"1","resourceType":"Patient","n":7.10,"deep":[{"b":1e0,"a":"\\u00e9"}]}'

async function run(...args: string[]) {
  const said: string[] = []
  const code = await runVerb(['unbundle', ...args], {
    out: () => {},
    err: (text) => said.push(text),
    now: () => new Date(0),
  })
  return { code, said: said.join('\n') }
}

describe('unbundle', () => {
  it('NO-03: writes a line a resource, a file a type, numbers and keys as they were', async () => {
    const files = {
      'a.json': bundle(entry(patient), entry('{"resourceType":"List"}'), entry('{"resourceType":"List"}'), '{}'),
    }
    const folder = folderOf(files)
    const out = join(folder, 'out')
    expect(await run('--in', join(folder, 'a.json'), '--out', out)).toEqual({
      code: 0,
      said: 'List: 2\nPatient: 1\n3 resources from 1 files\n1 entries held no resource',
    })
    expect(readFileSync(join(out, 'Patient.ndjson'), 'utf8')).toBe(`${patient.replace('\\u00e9', 'é')}\n`)
    expect(readdirSync(out).sort()).toEqual(['List.ndjson', 'Patient.ndjson'])
  })

  it('ID-03: gives a resource without an id the one that others address it by', () => {
    const folder = folderOf({ 'a.json': bundle(entry('{"resourceType":"Patient"}', '"fullUrl":"urn:uuid:x",')) })
    expect(unbundle([join(folder, 'a.json')], join(folder, 'out'))).toMatchObject({ ok: true, resources: 1 })
    expect(readFileSync(join(folder, 'out/Patient.ndjson'), 'utf8')).toBe('{"resourceType":"Patient","id":"x"}\n')
  })

  it('writes what several files hold in the same words once, and refuses it in other words', async () => {
    const other = patient.replace('7.10', '7.1')
    const folder = folderOf({
      'a.json': bundle(entry(patient)),
      'b.json': bundle(entry(patient)),
      'c.json': bundle(entry(other)),
    })
    const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, `${name}.json`))
    const once = await run('--in', a!, b!, '--out', join(folder, 'once'))
    expect(once).toMatchObject({ code: 0, said: expect.stringContaining('1 stood in several files in the same words') })
    expect(await run('--in', a!, '--in', c!, '--out', join(folder, 'none'))).toEqual({
      code: 2,
      said: 'c.json, entry 1: another file has this id with other content (E-ID). Nothing was written.',
    })
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.json', 'c.json', 'once'])
  })

  it('IN-03: refuses an id twice, what is no Bundle and what is no JSON, and writes nothing', async () => {
    const refused: [string, string][] = [
      [bundle(entry(patient), entry(patient)), 'a.json: entry 2: the same type and id as entry 1 (E-ID)'],
      [bundle(entry('{}')), 'a.json: entry 1: this is no resource (E-TYPE)'],
      [patient, 'a.json: this is no Bundle (E-TYPE)'],
      ['\ufeff{"a":1,"a":2}', 'a.json: byte 10: A key stands twice in one object (E-DUPKEY)'],
    ]
    for (const [text, said] of refused) {
      const folder = folderOf({ 'a.json': text })
      const done = await run('--in', join(folder, 'a.json'), '--out', join(folder, 'out'))
      expect(done).toEqual({ code: 2, said: `${said}. Nothing was written.` })
      expect(readdirSync(folder)).toEqual(['a.json'])
    }
  })

  it('never overwrites data, and answers 64 to what it does not know', async () => {
    const folder = folderOf({ 'a.json': bundle(entry(patient)), 'Task.ndjson': '{}' })
    expect((await run('--in', join(folder, 'a.json'), '--out', folder)).code).toBe(2)
    for (const args of [[], ['--in', 'a'], ['--out', 'b'], ['--in', 'a', '--out', 'b', '--c']])
      expect((await run(...args)).code).toBe(64)
    expect((await run('--in', join(folder, 'none.json'), '--out', join(folder, 'x'))).code).toBe(2)
  })
})

describe('the seven pairs of real bundles', () => {
  const pairs = sharedData('fhir/gp2gp-pairs')
  const names = ['2', '4', '5', '6', '7', '10', '11'].map((n) => `PWTP${n}`)
  it.skipIf(!pairs)(
    'give the published counts: 95 rows, 1,351 and 1,137 resources, 52 unequal (skipped: no shared data)',
    () => {
      const work = folderOf({})
      const counts = (file: string, name: string) => {
        const done = unbundle([join(pairs!, file)], mkdtempSync(join(work, `${name}-`)))
        if (!done.ok) throw new Error(done.because)
        return done.counts
      }
      const rows = names.flatMap((name) => {
        const source = counts(`source-gpconnect/EMISPatientStructurede2eResponse${name}.json`, name)
        const target = counts(`target-after-gp2gp/${name === 'PWTP7' ? 'PWTP7_vis' : name}-output.json`, name)
        const types = [...new Set([...Object.keys(source), ...Object.keys(target)])].sort()
        return types.map((type) => {
          const [before, after] = [source[type] ?? 0, target[type] ?? 0]
          return { text: [name, type, before, after, after - before].join(), before, after }
        })
      })
      const published = sharedBytes('fhir/gp2gp-pairs/resource-counts.csv').toString().trim().split(/\r?\n/).slice(1)
      expect(rows.map(({ text }) => text).sort()).toEqual(published.sort())
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
      const unequal = rows.filter(({ before, after }) => before !== after).length
      expect([rows.length, sum((r) => r.before), sum((r) => r.after), unequal]).toEqual([95, 1351, 1137, 52])
      rmSync(work, { recursive: true })
    },
  )
})
