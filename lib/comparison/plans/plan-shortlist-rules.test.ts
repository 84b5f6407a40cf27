import { describe, expect, it } from 'vitest'
import { candidate, workedChoice } from '@/lib/testing/choices'
import type { Choice } from '../optimiser/choice'
import { plannedShortlists } from './plan-shortlist-rules'

const choice = workedChoice()
const idOf = (name: string) => choice.candidates.find((one) => one.name === name)!.moduleId

describe('PLAN-1: the shortlists of a plan', () => {
  it('one a module to be bought, for what no kept module covers; kept modules lead to none', () => {
    const [P1, D2] = [idOf('P1'), idOf('D2')]
    const [only, ...rest] = plannedShortlists(choice, { modules: [D2, P1], added: [D2] })
    expect(rest).toEqual([])
    expect(only).toMatchObject({ moduleId: D2, name: 'D2' })
    // P1 keeps appointments: D2 is taken for documents, and D1 offers these too.
    expect([...only!.eligible].sort()).toEqual([idOf('D1'), D2].sort())
    expect(only!.for).toHaveLength(1)
  })

  it('what may not be bought stands in nobody’s place', () => {
    const barred = {
      ...choice,
      candidates: choice.candidates.map((c) => (c.name === 'D1' ? { ...c, barred: 'suspended' } : c)),
    }
    expect(plannedShortlists(barred, { modules: [idOf('D2'), idOf('P1')], added: [idOf('D2')] })[0]!.eligible).toEqual([
      idOf('D2'),
    ])
  })

  it('a record system that no need asks for may be any record system', () => {
    const homes = {
      ...choice,
      needs: [],
      wishes: [],
      candidates: ['X', 'Y'].map((id) => candidate(id, { isRecordSystem: true })),
    }
    expect(plannedShortlists(homes, { modules: ['X'], added: ['X'] })).toMatchObject([
      { for: ['The home of the record'], eligible: ['X', 'Y'] },
    ])
  })

  it('a module that covers no need is taken for what it fulfils; for nothing at all it stands alone', () => {
    const wishing: Choice = {
      ...choice,
      wishes: [{ id: 'w', words: 'A wish', worth: 1 }],
      candidates: [candidate('X', { fulfils: ['w'] }), candidate('Y', { fulfils: ['w'] }), candidate('Z', {})],
    }
    expect(plannedShortlists(wishing, { modules: ['X'], added: ['X'] })).toMatchObject([
      { for: ['A wish'], eligible: ['X', 'Y'] },
    ])
    expect(plannedShortlists(wishing, { modules: ['Z'], added: ['Z'] })).toMatchObject([{ for: [], eligible: ['Z'] }])
  })
})
