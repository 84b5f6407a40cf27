import { describe, expect, it } from 'vitest'
import { checkText, csv, places } from '@/lib/testing/check-fixture'
import { type SuccessionRefs, successionsImporter } from './successions-importer'

const practice = (code: string, closedOn: string | null = null) =>
  [code, { id: `id-${code}`, name: `Surgery ${code}`, status: closedOn ? 'closed' : 'active', closedOn }] as const
const refs: SuccessionRefs = {
  practices: new Map(
    ['Z90001', 'Z90002', 'Z90003', 'Z90004'].map((code) => practice(code)).concat([practice('Z90009', '2026-01-31')]),
  ),
  entered: new Map([['Z90004', { successor: 'Z90001', succeedsOn: '2025-04-01' }]]),
}
const check = (...rows: string[]) =>
  checkText(successionsImporter, refs, csv('code,successor_code,succeeds_on', ...rows))

describe('C5: successions from a file', () => {
  it('are read with either way of writing a day; what is entered already counts as such', async () => {
    const file = await check('Z90001,Z90002,2026-04-01', 'Z90003,Z90002,20260401', 'Z90004,Z90001,2025-04-01')
    expect(file.errors).toEqual([])
    expect(file.counts).toEqual({ 'new successions': 2, 'entered already': 1 })
    expect(file.writes[0]!.rows[1]!.values).toEqual({
      ...{ practiceId: 'id-Z90003', successorId: 'id-Z90002', succeedsOn: '2026-04-01', source: 'File of successions' },
    })
  })

  it.each([
    ['an unknown practice', ['X90001,Z90002,2026-04-01'], ['2:code:unknown-reference']],
    ['an unknown successor', ['Z90001,X90002,2026-04-01'], ['2:successor_code:unknown-reference']],
    ['no day', ['Z90001,Z90002,'], ['2:succeeds_on:required']],
    ['a day that is none', ['Z90001,Z90002,2026-02-30'], ['2:succeeds_on:format']],
    ['itself', ['Z90001,Z90001,2026-04-01'], ['2:successor_code:out-of-range']],
    ['two successors', ['Z90001,Z90002,2026-04-01', 'Z90001,Z90003,2026-04-01'], ['3:code:duplicate-key']],
    ['another successor than is entered', ['Z90004,Z90002,2025-04-01'], ['2:successor_code:differs']],
    ['another day than is entered', ['Z90004,Z90001,2025-05-01'], ['2:successor_code:differs']],
    ['a successor that is closed itself', ['Z90001,Z90009,2026-04-01'], ['2:successor_code:out-of-range']],
    [
      'a circle within the file',
      ['Z90001,Z90002,2026-04-01', 'Z90002,Z90003,2026-04-01', 'Z90003,Z90001,2026-04-01'],
      ['2:successor_code:out-of-range', '3:successor_code:out-of-range', '4:successor_code:out-of-range'],
    ],
    ['a circle with what is entered', ['Z90001,Z90004,2026-04-01'], ['2:successor_code:out-of-range']],
  ])('refuse %s, by line', async (_, rows, expected) => {
    const file = await check(...rows)
    expect(places(file.errors)).toEqual(expected)
    expect(file.writes).toEqual([])
  })

  it('a successor that closes later may be one until then', async () =>
    expect((await check('Z90001,Z90009,2026-01-01')).errors).toEqual([]))

  it('need practices first', async () => {
    const none = { ...refs, practices: new Map() }
    const text = csv('code,successor_code,succeeds_on', 'Z90001,Z90002,2026-04-01')
    expect((await checkText(successionsImporter, none, text)).errors[0]!.reason).toContain(
      'import kind "practices" first',
    )
  })
})
