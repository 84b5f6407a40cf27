import { describe, expect, it } from 'vitest'
import { checkText, csv, places } from '@/lib/testing/check-fixture'
import { capabilitiesImporter } from './capabilities-importer'
import { epicsImporter } from './epics-importer'
import { frameworksImporter } from './frameworks-importer'
import { historicCatalogueImporter } from './historic-catalogue-importer'
import { parseHistoricPrices } from './historic-prices'
import { integrationId, integrationsImporter } from './integrations-importer'
import { systemNames } from './system-names'
import { systemsImporter } from './systems-importer'

describe('the system of a practice (IMP-9)', () => {
  it.each([
    [['EMIS'], ['EMIS'], ['EMIS']],
    [['EMIS', 'EMIS/EVERGREENLIFE'], ['EMIS', 'EVERGREENLIFE'], ['EMIS']],
    [
      ['TPP', 'TPP/EMIS'],
      ['EMIS', 'TPP'],
      ['EMIS', 'TPP'],
    ],
    [['EVERGREENLIFE'], ['EVERGREENLIFE'], []],
    [['medicus ', 'MEDICUS'], ['MEDICUS'], ['MEDICUS']],
  ])('%j names %j, of which %j may be principal', (suppliers, all, principals) => {
    expect(systemNames(suppliers)).toEqual({ all, principals })
  })

  const refs = {
    practices: new Map([['Z90001', { partOfCode: 'ZA1', status: 'active' }]]),
    others: new Set(['Z90007']),
    registerAsOf: '2026-01-31',
  }
  it('keeps the area of a register that is later than the list', async () => {
    const header = 'GP_CODE,GP_NAME,SUPPLIER,PCN_CODE,PCN_NAME,SUB_ICB_LOCATION_CODE'
    const file = await checkText(systemsImporter, refs, csv(header, 'Z90001,A,TPP,U1,P,ZA2'), 'x-2025-08.csv')
    expect(places(file.warnings)).toEqual(['2:SUB_ICB_LOCATION_CODE:differs'])
    expect(file.writes.filter((write) => write.mode === 'update')[0]!.rows).toEqual([])
  })
  it('the list of 2019 knows two systems only', async () => {
    const file = await checkText(systemsImporter, refs, csv('ODSCode,Supplier', 'Z90001,VISION', 'Z90007,TPP'))
    expect(places(file.errors)).toEqual(['2:Supplier:out-of-range'])
    const twice = await checkText(systemsImporter, refs, csv('ODSCode,Supplier', 'Z90001,TPP', 'Z90001,TPP'))
    expect(places(twice.errors)).toEqual(['3:ODSCode:duplicate-key'])
  })
  it('takes the usual day of the publication where no name tells one, and says so', async () => {
    const file = await checkText(systemsImporter, refs, csv('ODSCode,Supplier', 'Z90001,TPP'))
    expect([file.asOf, places(file.warnings)]).toEqual(['2019-09-30', ['1::doubtful']])
  })
})

describe('epics (IMP-11)', () => {
  const header = 'id,capability_id,name,compliancy,active,supplier_defined'
  const check = (...rows: string[]) =>
    checkText(epicsImporter, { capabilities: new Set(['C5', 'C13']) }, csv(header, ...rows))
  it.each([
    ['E00109,5,A,MUST,true,false', []],
    ['C5E12,5,A,MUST,true,false', []],
    ['S020X01E04,13,A,MAY,true,true', []],
    ['E1,5,A,MUST,true,false', ['2:id:format']],
    ['E00109,6,A,MUST,true,false', ['2:capability_id:unknown-reference']],
    ['S00001,5,A,MUST,true,true', ['2:compliancy:out-of-range']],
    ['E00109,5,A,SHOULD,true,false', ['2:compliancy:out-of-range']],
    ['E00109,5,A,MUST,perhaps,false', ['2:active:out-of-range']],
    ['E00109,5,A,constructor,true,toString', ['2:compliancy:out-of-range', '2:supplier_defined:out-of-range']],
  ])('%s → %j', async (row, errors) => {
    expect(places((await check(row)).errors)).toEqual(errors)
  })
  it('an epic may not stand differently with two capabilities, and a link stands once', async () => {
    expect(places((await check('E00109,5,A,MUST,true,false', 'E00109,13,B,MAY,true,false')).errors)).toEqual([
      '3:id:format',
    ])
    expect(places((await check('E00109,5,A,MUST,true,false', 'E00109,5,A,MAY,true,false')).errors)).toEqual([
      '3:id:duplicate-key',
    ])
  })
})

describe('capabilities, integrations, frameworks', () => {
  it('are checked by id, state and number', async () => {
    const capability = await checkText(
      capabilitiesImporter,
      null,
      csv('ref,name,category,status,version', 'X1,A,B,Effective,1', 'C1,A,B,Unknown,1', 'C2,A,B,Expired,'),
    )
    expect(places(capability.errors)).toEqual(['2:ref:format', '3:status:out-of-range'])
    const integration = await checkText(
      integrationsImporter,
      null,
      csv('integration,type_seq,type', 'IM1,0,Bulk', 'IM1,1,Bulk', 'IM1,2,bulk'),
    )
    expect(places(integration.errors)).toEqual(['2:type_seq:out-of-range'])
    const twice = await checkText(
      integrationsImporter,
      null,
      csv('integration,type_seq,type', 'IM1,1,Bulk', 'IM1,2,bulk'),
    )
    expect(places(twice.errors)).toEqual(['3:type:duplicate-key'])
    expect(integrationId('GP Connect', 'Access Record HTML')).toBe('gp-connect.access-record-html')
    const header = 'id,name,short_name,owner,funding_type_ids,is_expired,maximum_term_months'
    const framework = await checkText(
      frameworksImporter,
      null,
      csv(header, 'INV001,A,B,C,"1,2",0,', 'INV002,A,B,C,3,0,36', 'INV003,A,B,C,1,2,0'),
    )
    expect(places(framework.errors)).toEqual([
      '3:funding_type_ids:out-of-range',
      '4:is_expired:out-of-range',
      '4:maximum_term_months:out-of-range',
    ])
  })
  it('a framework without a stated term has 36 months (FRM-1)', async () => {
    const file = await checkText(
      frameworksImporter,
      null,
      csv('id,name,short_name,owner,funding_type_ids,is_expired', 'INV001,A,B,C,2,0'),
    )
    expect(file.writes[0]!.rows[0]!.values).toMatchObject({
      maximumTermMonths: 36,
      fundingTypes: ['local'],
      expired: false,
    })
  })
})

describe('historic prices (IMP-13)', () => {
  it.each([
    ['GBP 1.26 per patient per year', [{ amount: '126000', unit: 'patient', period: 'year' }]],
    ['GBP 0 per active user', [{ amount: '0', unit: 'active user', period: null }]],
    [
      'GBP 18 per visit; GBP 20.5 per late visit',
      [
        { amount: '1800000', unit: 'visit', period: null },
        { amount: '2050000', unit: 'late visit', period: null },
      ],
    ],
    ['GBP 1 to 2 a person', undefined],
    ['GBP 10000 per month fixed + GBP 30 per month per PCN', undefined],
    ['1.26 per patient', undefined],
    ['', undefined],
  ])('%s', (text, prices) => {
    expect(parseHistoricPrices(text)).toEqual(prices)
  })
  it('a row needs a supplier or a product', async () => {
    const header = 'supplier,product,capabilities,frameworks_or_route,price_public,year'
    const file = await checkText(
      historicCatalogueImporter,
      { expiredCapabilities: new Set<string>() },
      csv(header, ',,C1,Local,,2020', 'A,B,C1,Local,,20'),
    )
    expect(places(file.errors)).toEqual(['2:supplier:required', '3:year:out-of-range'])
  })
})
