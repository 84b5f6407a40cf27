import { describe, expect, it } from 'vitest'
import { checkText, csv, places } from '@/lib/testing/check-fixture'
import { roadmapImporter } from './roadmap-importer'
import { standardLinksImporter } from './standard-links-importer'
import { assertedState, compareVersions, isRetired } from './standard-versions'
import { standardVersionsImporter } from './standard-versions-importer'
import { standardsImporter } from './standards-importer'

describe('versions of standards (IM-01, IM-02)', () => {
  const undated = (version: string, state = 'Effective') => ({ standardId: 'S26', version, state, day: null })

  it('compare by number, not by letter', () => {
    expect(['2.0.10', '2.0.9', '10.0', '2.0', '2.0.0'].sort(compareVersions)).toEqual([
      '2.0',
      '2.0.0',
      '2.0.9',
      '2.0.10',
      '10.0',
    ])
  })
  it('of two undated ones the higher replaces; a dated one asserts nothing', () => {
    const all = [undated('2.0.2'), undated('2.0.3')]
    expect(assertedState(all[0]!, all)).toBe('Replaced by 2.0.3, date not recorded')
    expect(assertedState(all[1]!, all)).toBe('Effective, date not recorded')
    expect(assertedState({ ...all[1]!, day: '2025-07-18' }, all)).toBeNull()
  })
  it('IM-03: a text that is not itemised is one requirement, which must be kept and says why no machine tests it', async () => {
    const { writes } = await checkText(
      standardVersionsImporter,
      { standards: new Set(['S26']), catalogue: [] },
      csv('standard_id,title,version,status,effective_date', 'S26,A,2.0.3,Effective,'),
    )
    const requirements = writes.find((write) => write.rows.some(({ values }) => values.method))!.rows
    expect(requirements.map(({ values }) => values)).toEqual([
      expect.objectContaining({
        ...{ id: 'S26/WHOLE', level: 'MUST', method: 'DOCUMENT', notTestedReason: 'not itemised' },
      }),
    ])
  })
  it('the highest version decides whether a standard is retired', () => {
    expect(isRetired([undated('1.0.0', 'Retired'), undated('2.1.0')])).toBe(false)
    expect(isRetired([undated('1.0.0'), undated('1.0.1', 'Retired')])).toBe(true)
    expect(isRetired([])).toBe(false)
  })
  it('are rejected by id, version, state and day; a capability is left out with a warning', async () => {
    const header = 'standard_id,title,version,status,effective_date'
    const rows = [
      'X1,A,1.0.0,Effective,',
      'S1,A,one,Effective,',
      'S1,A,1.0.0,Alive,',
      'S1,A,1.0.1,Effective,soon',
      'C3,A,1.0.1,Effective,',
    ]
    const file = await checkText(
      standardVersionsImporter,
      { standards: new Set(['S1']), catalogue: [] },
      csv(header, ...rows),
    )
    expect(places(file.errors)).toEqual([
      '2:standard_id:format',
      '3:version:format',
      '4:status:out-of-range',
      '5:effective_date:format',
    ])
    expect(places(file.warnings)).toEqual(['6:standard_id:differs'])
  })
  it('what the wiki has stated is not overwritten by the older file', async () => {
    const wiki = new Map([
      ['S26', [undated('2.0.2'), undated('2.0.3')]],
      ['S5', [{ ...undated('3.0.1'), standardId: 'S5' }]],
    ])
    const file = await checkText(
      standardsImporter,
      { wiki },
      csv('id,name,type,version,deleted', 'S26,Moves,Overarching,2.0.2,false', 'S5,Bookings,Other,,true'),
    )
    expect(file.writes[0]!.rows.map((row) => row.values.retired)).toEqual([false, false])
    expect(file.writes[1]!.rows).toEqual([])
  })
})

describe('standards, links, road map', () => {
  it('are rejected by what they refer to', async () => {
    const standards = await checkText(
      standardsImporter,
      { wiki: new Map() },
      csv('id,name,type,version,deleted', 'S1,A,Other,1.0.0,no', 'S2,A,Other,v1,true'),
    )
    expect(places(standards.errors)).toEqual(['2:deleted:out-of-range', '3:version:format'])
    const refs = { standards: new Set(['S1', 'S2']), capabilities: new Set(['C1']) }
    const links = await checkText(
      standardLinksImporter,
      refs,
      csv('standard_id,capability_id', 'S1,1', 'S9,1', 'S1,9', 'S1,1'),
    )
    expect(places(links.errors)).toEqual([
      '3:standard_id:unknown-reference',
      '4:capability_id:unknown-reference',
      '5:standard_id:duplicate-key',
    ])
  })
  it('a road map tells TBC from nothing, and an id of a title from a given one', async () => {
    const header = 'rm_id,title,standards_and_capabilities,status,publication_date,effective_date'
    const file = await checkText(
      roadmapImporter,
      null,
      csv(header, 'RM1,A,,Draft,TBC,TBC', 'RM2,B,,,,', ',The Third: one,,,,2025-01-01'),
    )
    expect(
      file.writes[0]!.rows.map(({ values }) => [values.id, values.status, values.effectiveOn, values.dateNote]),
    ).toEqual([
      ['RM1', 'Draft', null, 'TBC'],
      ['RM2', 'not stated', null, 'not stated'],
      ['the-third-one', 'not stated', '2025-01-01', null],
    ])
    expect(
      places((await checkText(roadmapImporter, null, csv(header, 'RMx,A,,,,', 'RM1,B,,,,', 'RM1,C,,,,'))).errors),
    ).toEqual(['2:rm_id:format'])
    expect(places((await checkText(roadmapImporter, null, csv(header, 'RM1,B,,,,', 'RM1,C,,,,'))).errors)).toEqual([
      '3:rm_id:duplicate-key',
    ])
  })
})
