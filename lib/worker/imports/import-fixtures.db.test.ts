import { describe, expect, it } from 'vitest'
import { getMarket } from '@/lib/insight/get-market'
import { getPractice } from '@/lib/insight/get-practice'
import { listAreaPractices } from '@/lib/insight/list-area-practices'
import { searchPractices } from '@/lib/insight/search-practices'
import { system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { importFixture } from '@/lib/testing/import-fixture'
import { organisation } from '@/prisma/factories/organisation'
import { importerOf } from './importers'

useDatabase()

async function load(kind: string, name: string) {
  const result = await value(importFile(contextOf(system), importerOf(kind)!, { name, bytes: importFixture(name) }))
  const { state, summary, warnings } = result
  return {
    state,
    rows: summary.rows,
    fresh: summary.new,
    warned: warnings.map((w) => `${w.line}:${w.column}:${w.code}`),
  }
}

const files: [string, string][] = [
  ['commissioners', 'commissioners-2026-01.csv'],
  ['commissioner-map', 'commissioner-map-2026-01.csv'],
  ['practices', 'practices-2023-12.csv'],
  ['list-sizes', 'list-sizes-2022-05.csv'],
  ['systems', 'systems-2019-09.csv'],
  ['systems', 'systems-2025-08.csv'],
  ['capabilities', 'capabilities.csv'],
  ['epics', 'epics.csv'],
  ['standards', 'standards.csv'],
  ['standard-links', 'standard-links.csv'],
  ['standard-versions', 'standard-versions.csv'],
  ['roadmap', 'roadmap.csv'],
  ['integrations', 'integrations.csv'],
  ['frameworks', 'frameworks.csv'],
  ['historic-catalogue', 'historic-catalogue.csv'],
]
async function loadAll() {
  const told = []
  for (const [kind, name] of files) told.push({ kind, ...(await load(kind, name)) })
  return told
}

describe('a small file of every format', () => {
  it('enters with its oddities warned of, and a second time changes nothing', async () => {
    expect(await loadAll()).toEqual([
      { kind: 'commissioners', state: 'applied', rows: 4, fresh: 4, warned: [] },
      { kind: 'commissioner-map', state: 'applied', rows: 2, fresh: 2, warned: ['3:icb_code_2025_08:differs'] },
      { kind: 'practices', state: 'applied', rows: 7, fresh: 5, warned: [] },
      {
        kind: 'list-sizes',
        state: 'applied',
        rows: 4,
        fresh: 4,
        warned: [
          '3:NUMBER_OF_PATIENTS:doubtful',
          '3:CCG_CODE:differs',
          '4:CODE:unknown-reference',
          '5:CODE:unknown-reference',
        ],
      },
      { kind: 'systems', state: 'applied', rows: 3, fresh: 3, warned: ['4:ODSCode:unknown-reference'] },
      {
        kind: 'systems',
        state: 'applied',
        rows: 6,
        fresh: 5,
        warned: [
          '5:SUPPLIER:unresolved',
          '3:SUB_ICB_LOCATION_CODE:differs',
          '6:GP_CODE:differs',
          '7:GP_CODE:unknown-reference',
        ],
      },
      { kind: 'capabilities', state: 'applied', rows: 2, fresh: 2, warned: [] },
      { kind: 'epics', state: 'applied', rows: 4, fresh: 4, warned: [] },
      { kind: 'standards', state: 'applied', rows: 3, fresh: 3, warned: [] },
      { kind: 'standard-links', state: 'applied', rows: 3, fresh: 3, warned: [] },
      { kind: 'standard-versions', state: 'applied', rows: 5, fresh: 3, warned: ['6:standard_id:differs'] },
      { kind: 'roadmap', state: 'applied', rows: 3, fresh: 3, warned: ['4:rm_id:doubtful'] },
      { kind: 'integrations', state: 'applied', rows: 2, fresh: 2, warned: [] },
      { kind: 'frameworks', state: 'applied', rows: 2, fresh: 2, warned: ['3:is_expired:doubtful'] },
      {
        kind: 'historic-catalogue',
        state: 'applied',
        rows: 4,
        fresh: 4,
        warned: ['2:capabilities:doubtful', '2:price_public:doubtful', '5:year:doubtful', '5:supplier:doubtful'],
      },
    ])
    const again = await loadAll()
    expect(again.map(({ kind, state, fresh }) => [kind, state, fresh])).toEqual(
      files.map(([kind]) => [kind, 'unchanged', 0]),
    )
    expect(await db.event.count()).toBe(files.length)
  })

  it('a later source holds: the area of a practice stays when the older register comes again', async () => {
    await loadAll()
    await load('practices', 'practices-2023-12.csv')
    expect(await getPractice(visitor, 'Z90002')).toMatchObject({ areaCode: 'ZA2', icbCode: 'ZZS' })
    expect(await getPractice(visitor, 'z90097')).toMatchObject({ name: 'NEW PRACTICE', status: 'stub' })
  })

  it('standards: the later file brings one back, the higher undated version replaces, a missing one is added', async () => {
    await loadAll()
    const standard = async (id: string) =>
      db.standard.findUniqueOrThrow({ where: { id }, select: { retired: true, name: true } })
    expect(await standard('S903')).toEqual({ retired: false, name: 'Invented and Gone' })
    expect(await standard('S904')).toEqual({ retired: false, name: 'Invented New' })
    const versions = await db.standardVersion.findMany({
      where: { standardId: 'S902' },
      select: { version: true, assertedState: true },
      orderBy: { version: 'desc' },
    })
    expect(versions).toEqual([
      { version: '2.0.2', assertedState: 'Replaced by 2.0.10, date not recorded' },
      { version: '2.0.10', assertedState: 'Effective, date not recorded' },
    ])
    expect(
      await db.requirement.findMany({
        where: { id: 'S901/WHOLE' },
        select: { level: true, method: true, notTestedReason: true },
      }),
    ).toEqual([{ level: 'MUST', method: 'DOCUMENT', notTestedReason: 'not itemised' }])
  })

  it('the market and the pages of practices are those of the files', async () => {
    await loadAll()
    const market = await getMarket(visitor)
    expect(market).toMatchObject({
      origin: 'database',
      nowAsOf: '2025-08-31',
      beforeAsOf: '2019-09-30',
      patientsAsOf: '2022-05-01',
    })
    expect(market.areas).toMatchObject([
      {
        code: 'ZA1',
        practices: { TPP: 1 },
        patients: { TPP: 9871 },
        unresolved: 0,
        before: { EMIS: 1 },
        moves: { 'EMIS>TPP': 1 },
      },
      {
        code: 'ZA2',
        practices: { EMIS: 1, TPP: 1, MEDICUS: 1 },
        patients: { EMIS: 640, TPP: 0, MEDICUS: 0 },
        unresolved: 1,
        before: { TPP: 1 },
      },
    ])
    expect(market.unplacedBefore).toEqual({ EMIS: 1 })
    expect(await listAreaPractices(visitor, 'ZA1')).toEqual([
      {
        code: 'Z90001',
        name: 'THE FIRST SURGERY',
        principal: 'TPP',
        allNames: ['TPP'],
        formerly: 'EMIS',
        patients: 9871,
      },
    ])
    expect(await listAreaPractices(visitor, "'; --")).toEqual([])
    const found = async (text: string) => (await searchPractices(visitor, text)).practices.map((row) => row.code)
    expect(await found('practice second')).toEqual(['Z90002'])
    expect(await found('zz11ab')).toEqual(['Z90001'])
    expect(await found('first northtown')).toEqual(['Z90001'])
    await organisation.practice({ code: 'Z95001', name: 'Unplaced Practice' })
    expect(await found('unplaced')).toEqual(['Z95001'])
    expect(await found('closed')).toEqual([])
    expect(await found('100%_')).toEqual([])
  })

  it('a list that holds single ages only writes nothing', async () => {
    await load('commissioners', 'commissioners-2026-01.csv')
    await load('practices', 'practices-2023-12.csv')
    const bytes = Buffer.from('EXTRACT_DATE,CODE,SEX,AGE,NUMBER_OF_PATIENTS\n01May2022,Z90001,MALE,10,1200\n')
    const result = await importFile(contextOf(system), importerOf('list-sizes')!, { name: 'ages.csv', bytes })
    expect(result).toMatchObject({ value: { state: 'unchanged', summary: { rows: 1, new: 0 } } })
  })

  it('the registers also come without a header, as they are published', async () => {
    expect(await load('commissioners', 'commissioners-without-header.csv')).toMatchObject({
      state: 'applied',
      fresh: 1,
    })
    expect(await load('practices', 'practices-without-header.csv')).toMatchObject({
      state: 'applied',
      rows: 2,
      fresh: 1,
    })
    expect(await getPractice(visitor, 'Z90001')).toMatchObject({
      name: 'THE FIRST SURGERY',
      postcode: 'ZZ1 1AB',
      areaCode: 'ZA1',
      status: 'active',
    })
  })
})
