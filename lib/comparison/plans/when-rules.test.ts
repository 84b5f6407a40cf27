import { describe, expect, it } from 'vitest'
import { explainedChoice, explainedOutcome } from '@/lib/testing/outcomes'
import { stretchesOf, stretchWords, whenCostWords } from './when-rules'

/** What the worked example answers: the old system while it is owed, then the new one. */
const when = [
  { quarter: 0, moduleId: 'P1', until: 2 },
  { quarter: 2, moduleId: 'P2' },
  { quarter: 0, moduleId: 'D2' },
]

describe('when to switch', () => {
  it('says from which day to which each module runs, to the end of the term where nothing ends it', () => {
    expect(stretchesOf(explainedChoice(), when).map((s) => `${s.name} ${stretchWords(s)}`)).toEqual([
      'D2 from 1 April 2026',
      'P1 as today to 30 September 2026',
      'P2 from 1 October 2026',
    ])
  })

  it('says what waiting is worth, and nothing where no figure was proven', () => {
    expect(whenCostWords(explainedOutcome({ whenCostPence: '5042700' }))).toBe(
      'Switching at these times costs £50,427.00 over the term, £173.00 less than having the best plan from the first day.',
    )
    expect(whenCostWords(explainedOutcome({ whenCostPence: '5060000' }))).toMatch(/no less than/)
    expect(whenCostWords(explainedOutcome())).toBeUndefined()
  })
})
