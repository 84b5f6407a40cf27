import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { practiceFacts } from '@/lib/testing/practice-facts'
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { decimal, hhi, total } from '../market-rules'
import { computeFigures } from './compute-figures'
import { shippedMarket } from './shipped-market'

describe('figures per area', () => {
  it('take the area of the later list, else of the register, else none', () => {
    const area = { name: 'x', icbCode: 'Q', icbName: 'Q' }
    const { areas, unplacedBefore } = computeFigures({
      areas: [
        { ...area, code: '01A' },
        { ...area, code: '02B' },
      ],
      now: new Map([
        ['P1', { principal: 'EMIS', areaCode: '01A' }],
        ['P2', { principal: null, areaCode: '01A' }],
      ]),
      before: new Map([
        ['P1', 'TPP'],
        ['P3', 'EMIS'],
        ['P4', 'EMIS'],
      ]),
      patients: new Map([['P1', 100]]),
      register: new Map([
        ['P1', '02B'],
        ['P3', '02B'],
      ]),
    })
    expect(areas[0]).toMatchObject({
      practices: { EMIS: 1 },
      patients: { EMIS: 100 },
      unresolved: 1,
      before: { TPP: 1 },
      moves: { 'TPP>EMIS': 1 },
    })
    expect(areas[1]).toMatchObject({ practices: {}, before: { EMIS: 1 } })
    expect(unplacedBefore).toEqual({ EMIS: 1 })
  })
})

describe.skipIf(!sharedData('ods'))('the shipped figures (skipped: no shared data)', () => {
  it('are those of the public files', async () => {
    const { areas, unplacedBefore } = computeFigures(await practiceFacts())
    expect(shippedMarket.areas).toEqual(areas)
    expect(shippedMarket.unplacedBefore).toEqual(unplacedBefore)
  })

  it('agree with the published table of each area', () => {
    const table = parse(sharedBytes('market/gp-system-shares-by-subicb-2025-08.csv'), { columns: true }) as Record<
      string,
      string
    >[]
    const ours = shippedMarket.areas.map(({ code, name, practices }) =>
      [
        code,
        name,
        total(practices),
        practices.EMIS ?? 0,
        practices.TPP ?? 0,
        practices.MEDICUS ?? 0,
        decimal(hhi(practices)!, 1),
      ].join('|'),
    )
    const theirs = table.map((row) =>
      [row.sub_icb_code, row.sub_icb_name, row.practices_resolved, row.emis, row.tpp, row.medicus, row.hhi].join('|'),
    )
    expect(ours.sort()).toEqual(theirs.sort())
  })
})
