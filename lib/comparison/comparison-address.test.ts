import { expect, it } from 'vitest'
import { comparedIds, comparisonAddress, readComparison } from './comparison-address'

it('CMP-1 an address of the comparison reads as it was written', () => {
  for (const [ids, n] of [[['a', 'b'], 9_800] as const, [['a', 'b', 'c'], null] as const])
    expect(readComparison(`https://portal.example${comparisonAddress([...ids], n, '/compare/table.csv')}`)).toEqual({
      m: ids,
      n,
    })
  expect(comparedIds('a,b,')).toEqual(['a', 'b'])
  expect(comparedIds(undefined)).toEqual([])
})
