import { expect, it } from 'vitest'
import { comparedFor, comparedIds, comparisonAddress, readComparison } from './comparison-address'

it('CMP-1 an address of the comparison reads as it was written', () => {
  for (const [m, n, term] of [[['a', 'b'], 9_800, 36] as const, [['a', 'b', 'c'], null, null] as const]) {
    const address = comparisonAddress([...m], { patients: n, term }, '/compare/table.csv')
    expect(readComparison(`https://portal.example${address}`)).toEqual({ m, n, term })
  }
  expect(comparedFor({ n: 'many', term: '0' })).toEqual({ patients: null, term: null })
  expect(comparedIds('a,b,')).toEqual(['a', 'b'])
  expect(comparedIds(undefined)).toEqual([])
})
