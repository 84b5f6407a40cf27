import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimedOf, coverageOf, type EpicLine, epicLines } from './claim-rules'
import type { EpicName } from './module-view'

const epic = (id: string, level: 'MUST' | 'MAY' = 'MUST', active = true): EpicName => ({
  id,
  name: id,
  level,
  active,
  supplierDefined: id.startsWith('S'),
})
const nine = Array.from({ length: 9 }, (_, i) => epic(`E${i}`))
const ids = (epics: EpicName[]) => epics.map((e) => e.id)
const line = (over: Partial<EpicLine>): EpicLine => ({ ...epic('E0'), claimed: 'met', assessed: 'met', ...over })

describe('claimed beside assessed', () => {
  it('CAP-2 7 of 9 MUST claimed, 5 assessed', () => {
    const lines = nine.map((e, i) =>
      line({ ...e, claimed: i < 7 ? 'met' : 'not claimed', assessed: i < 5 ? 'met' : 'not assessed' }),
    )
    expect(coverageOf(lines)).toEqual({ words: '7 of 9 MUST claimed, 5 assessed', fullyMet: false })
  })

  it('CAP-2 a capability without epics, like C41, has nothing to assess', () => {
    expect(coverageOf([])).toEqual({ words: 'Nothing to assess', fullyMet: false })
    expect(coverageOf([line({ active: false })]).words).toBe('Nothing to assess')
  })

  it('CAP-2 fully met asks for one active MUST at least, and all of them assessed met', () => {
    const claim = { id: 'C5', epicIds: ids(nine) }
    expect(coverageOf(epicLines(claim, nine, 'met'))).toEqual({ words: 'Fully met', fullyMet: true })
    expect(coverageOf(epicLines(claim, nine, 'not assessed')).words).toBe('9 of 9 MUST claimed, 0 assessed')
    expect(coverageOf(epicLines(claim, nine, 'failed')).fullyMet).toBe(false)
    expect(coverageOf(epicLines({ id: 'C5', epicIds: ['M'] }, [epic('M', 'MAY')], 'met'))).toEqual({
      words: '1 of 1 MAY claimed, 1 assessed',
      fullyMet: false,
    })
  })

  it('says met, not met, not claimed; silence is no claim', () => {
    const claim = { id: 'C5', epicIds: ['E1'], notMetEpicIds: ['E2'] }
    expect(['E1', 'E2', 'E3'].map((id) => claimedOf(claim, id))).toEqual(['met', 'not met', 'not claimed'])
    expect(claimedOf({ id: 'C5', epicIds: [] }, 'E1')).toBe('not claimed')
  })

  it('CAP-2 an inactive epic is shown only to those who claimed it before', () => {
    const epics = [epic('E1'), epic('E9', 'MUST', false)]
    expect(ids(epicLines({ id: 'C5', epicIds: [] }, epics, 'met'))).toEqual(['E1'])
    expect(ids(epicLines({ id: 'C5', epicIds: ['E9'] }, epics, 'met'))).toEqual(['E1', 'E9'])
  })

  it('never-green-without-finding: nothing reads met that was not both claimed and found', () => {
    const results = fc.constantFrom('met' as const, 'failed' as const, 'not assessed' as const)
    const known = fc.uniqueArray(
      fc.record({ n: fc.nat(30), level: fc.constantFrom('MUST' as const, 'MAY' as const), active: fc.boolean() }),
      { selector: (e) => e.n, maxLength: 12 },
    )
    fc.assert(
      fc.property(known, fc.array(fc.nat(30)), results, (epics, claimed, result) => {
        const claim = { id: 'C5', epicIds: claimed.map((n) => `E${n}`) }
        const lines = epicLines(
          claim,
          epics.map((e) => epic(`E${e.n}`, e.level, e.active)),
          result,
        )
        for (const l of lines) expect(l.assessed === 'met').toBe(result === 'met' && claim.epicIds.includes(l.id))
        const must = lines.filter((l) => l.active && l.level === 'MUST')
        const isFull = must.length > 0 && result === 'met' && must.every((l) => claim.epicIds.includes(l.id))
        expect(coverageOf(lines).fullyMet).toBe(isFull)
      }),
      { numRuns: 1000 },
    )
  })
})
