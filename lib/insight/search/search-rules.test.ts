import { describe, expect, it } from 'vitest'
import type { FoundGroup, FoundKind } from './found'
import { inOrder, isEnough, isExact, mayBeMisspelt, tidied } from './search-rules'

const group = (kind: FoundKind, total: number, exact = false): FoundGroup => ({
  kind,
  total,
  orMore: false,
  found: total > 0 ? [{ href: '/', title: kind, facts: [], exact }] : [],
  all: '/',
})

describe('what is searched for', () => {
  it('is tidied and cut, and one letter is too little', () => {
    expect(tidied('  Riverside \n Surgery ')).toBe('Riverside Surgery')
    expect(tidied('x'.repeat(300))).toHaveLength(100)
    expect(['', 'a', '\u{1f600}', 'ab'].map(isEnough)).toEqual([false, false, false, true])
  })

  it('a code is not corrected as a word would be', () => {
    expect(['recrod', 'C000001-01', 'S69'].map(mayBeMisspelt)).toEqual([true, false, false])
  })
})

describe('the order of the groups', () => {
  it('leaves out what found nothing, and puts first what bears just this code', () => {
    const kinds = inOrder([group('switch', 1), group('contract', 1, true), group('module', 2), group('supplier', 0)])
    expect(kinds.map(({ kind }) => kind)).toEqual(['contract', 'module', 'switch'])
  })

  it('a name counts whatever its case', () => {
    expect(isExact('demo01', null, 'DEMO01')).toBe(true)
    expect(isExact('demo', 'DEMO01')).toBe(false)
  })
})
