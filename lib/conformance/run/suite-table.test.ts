import { describe, expect, it } from 'vitest'
import { coreR4 } from '../checks/core-r4'
import { suiteTable } from './suite-table'

describe('the table of the suite', () => {
  it('CK-06: names the checks that there are, in their order, each as strong as it is', () => {
    const named = suiteTable.map(({ id, strength, writes }) => ({ id, strength, writes }))
    expect(named).toEqual(coreR4.map(({ id, strength, writes }) => ({ id, strength, writes })))
  })
})
