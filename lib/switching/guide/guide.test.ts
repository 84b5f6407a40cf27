import { describe, expect, it } from 'vitest'
import { switchStates } from '../switch'
import { getGuide, guideAddress, guides } from './get-guide'
import { guideRoles, guideStageOf } from './guide-stages'

describe('the guides', () => {
  it('every role has a guide, and says what to do and what is needed wherever it says anything', () => {
    expect(Object.keys(guides).sort()).toEqual(Object.keys(guideRoles).sort())
    for (const { stages } of Object.values(guides))
      for (const stage of Object.values(stages))
        expect([stage.do.length > 0, stage.need.length > 0]).toEqual([true, true])
  })
  it('every state of a switch stands in one stage of the guides', () => {
    for (const state of switchStates) expect(guideStageOf(state), state).toBeDefined()
  })
  it('leads from a switch to the part of the reader, and to the list where the reader has no role in it', () => {
    expect(guideAddress('data-check', ['clinical-lead'])).toBe('/switches/guide/clinical-lead#check')
    expect(guideAddress('frozen', ['delivery-partner'])).toBe('/switches/guide/it-partner#cutover')
    expect(guideAddress('live', [])).toBe('/switches/guide')
    expect(getGuide('__proto__')).toBeUndefined()
  })
})
