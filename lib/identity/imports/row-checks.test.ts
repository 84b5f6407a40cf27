import { describe, expect, it } from 'vitest'
import { checkText, csv, places } from '@/lib/testing/check-fixture'
import { commissionerMapImporter } from './commissioner-map-importer'
import { commissionersImporter } from './commissioners-importer'
import { listSizesImporter } from './list-sizes-importer'
import { practicesImporter } from './practices-importer'

const commissioners = new Set(['ZA1', 'ZA2'])
const practiceRefs = { commissioners, laterAreas: new Map([['Z90002', 'ZA2']]) }
const practice = (row: string) =>
  checkText(
    practicesImporter,
    practiceRefs,
    csv(
      'organisation_code,name,national_grouping,open_date,close_date,status_code,commissioner,prescribing_setting',
      row,
    ),
  )
const lists = (row: string) =>
  checkText(
    listSizesImporter,
    {
      practices: new Map([['Z90001', { id: 'id-1', partOfCode: 'ZA1', active: true }]]),
      others: new Map(),
      stubs: new Map(),
    },
    csv('EXTRACT_DATE,CCG_CODE,CODE,SEX,AGE,NUMBER_OF_PATIENTS', row),
  )

describe('commissioners', () => {
  const header = 'ccg_or_subicb_code,name,national_grouping,icb_code,open_date,close_date'
  const check = (row: string) => checkText(commissionersImporter, null, csv(header, row))

  it('are closed where they have a closing day, and reporting entities are no commissioners', async () => {
    const file = await check('ZA9,OLD CCG,Y99,ZZN,20130401,20200331')
    expect(file.writes[0]!.rows[0]!.values).toMatchObject({
      kind: 'commissioner',
      status: 'closed',
      closedOn: '2020-03-31',
      partOfCode: 'ZZN',
    })
    const entity = await check('A1B2C,TOWN - SUB-ICB REPORTING ENTITY,Y99,ZZN,20240401,')
    expect(entity.writes[0]!.rows[0]!.values).toMatchObject({ kind: 'reporting-entity', status: 'active' })
    expect(entity.counts).toEqual({ open: 1, 'reporting entities': 1 })
  })

  it('are rejected by code, name and days', async () => {
    expect(places((await check('za-9,,Y99,ZZN,20130401,')).errors)).toEqual([
      '2:ccg_or_subicb_code:format',
      '2:name:required',
    ])
    expect(places((await check('ZA9,A,Y99,ZZN,20130231,2020-03-31')).errors)).toEqual([
      '2:open_date:format',
      '2:close_date:format',
    ])
  })
})

it('a register of practices is no list of commissioners, though both come without a header', async () => {
  const file = await checkText(commissionersImporter, null, `Z90001,A PRACTICE,${Array(24).fill('').join(',')},\n`)
  expect(places(file.errors)).toEqual(['1:ccg_or_subicb_code:format'])
})

describe('the map of areas', () => {
  const header =
    'code,ccg_name_2022_01,stp_code_2022_01,sub_icb_name_2025_08,icb_code_2025_08,icb_name_2025_08,region_code,region_name'

  it('asks for a commissioner that is loaded, and warns of an area that moved', async () => {
    const file = await checkText(
      commissionerMapImporter,
      { commissioners },
      csv(header, 'ZA1,A,ZZN,B,ZZS,C,Y99,R', 'ZA8,A,ZZN,B,ZZN,C,Y99,R'),
    )
    expect(places(file.warnings)).toEqual(['2:icb_code_2025_08:differs'])
    expect(places(file.errors)).toEqual(['3:code:unknown-reference'])
    expect(
      (
        await checkText(
          commissionerMapImporter,
          { commissioners: new Set<string>() },
          csv(header, 'ZA1,A,Z,B,ZZS,C,Y,R'),
        )
      ).errors[0]!.reason,
    ).toContain('"commissioners" first')
  })
})

describe('practices', () => {
  it('are setting 4 outside Wales; every other row is counted and kept by code', async () => {
    expect((await practice('Z90001,A,Y99,19740401,,A,ZA1,4')).counts).toEqual({
      'English practices': 1,
      'active English practices': 1,
    })
    const welsh = await practice('Z90001,A,W00,19740401,,A,7A7,4')
    expect([welsh.counts, welsh.errors, welsh.writes[0]!.rows, welsh.writes[1]!.rows.length]).toEqual([
      { 'Welsh practices': 1 },
      [],
      [],
      1,
    ])
    expect((await practice('Z90001,A,Y99,19740401,,A,XXX,10')).counts).toEqual({ 'other prescribers': 1 })
  })

  it('take the area of a later source', async () => {
    expect((await practice('Z90002,A,Y99,19740401,,A,ZA1,4')).writes[0]!.rows[0]!.values.partOfCode).toBe('ZA2')
  })

  it.each([
    ['Z9000,A,Y99,19740401,,A,ZA1,4', '2:organisation_code:format'],
    ['Z90001,,Y99,19740401,,A,ZA1,4', '2:name:required'],
    ['Z90001,A,Y99,19740401,,X,ZA1,4', '2:status_code:out-of-range'],
    ['Z90001,A,Y99,19740401,,A,,4', '2:commissioner:required'],
    ['Z90001,A,Y99,19740401,,A,ZA9,4', '2:commissioner:unknown-reference'],
    ['Z90001,A,Y99,1974,,A,ZA1,4', '2:open_date:format'],
    ['Z90001,A,Y99,19740401,,A,ZA1,GP', '2:prescribing_setting:format'],
  ])('%s is rejected at %s', async (row, place) => {
    expect(places((await practice(row)).errors)).toEqual([place])
  })

  it('may be closed without a commissioner', async () => {
    expect((await practice('Z90001,A,Y99,19740401,20000101,C,,4')).errors).toEqual([])
  })
})

describe('list sizes', () => {
  it('read the day as it is published, and leave out rows of one sex or age', async () => {
    expect((await lists('01May2022,ZA1,Z90001,ALL,ALL,9871')).writes[0]!.rows[0]!.values).toEqual({
      organisationId: 'id-1',
      asOf: '2022-05-01',
      patients: 9871,
      source: 'list-sizes',
    })
    expect((await lists('01May2022,ZA1,Z90001,MALE,ALL,9871')).counts).toMatchObject({
      'rows of one sex or age': 1,
      'active practices without a list': 1,
    })
  })

  it.each([
    ['31Feb2022,ZA1,Z90001,ALL,ALL,1500', '2:EXTRACT_DATE:format'],
    [',ZA1,Z90001,ALL,ALL,1500', '2:EXTRACT_DATE:required'],
    ['01May2022,ZA1,Z90001,ALL,ALL,1.5', '2:NUMBER_OF_PATIENTS:format'],
    ['01May2022,ZA1,Z90001,ALL,ALL,200001', '2:NUMBER_OF_PATIENTS:out-of-range'],
    ['01May2022,ZA1,Z9-001,ALL,ALL,1500', '2:CODE:format'],
  ])('%s is rejected at %s', async (row, place) => {
    expect(places((await lists(row)).errors)).toEqual([place])
  })
})
