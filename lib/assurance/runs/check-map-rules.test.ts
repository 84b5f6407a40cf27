import { expect, it } from 'vitest'
import { strengthOf } from '@/lib/conformance/run/suite-table'
import { coverageOf } from '../register/coverage-rules'
import { checksSpeakingOf } from './check-map-rules'

it('CK-01: the checks of a requirement are those that were written from it or from its standard', () => {
  expect(checksSpeakingOf('S32/ISNFR03')).toEqual(['CAP-02', 'CAP-03', 'SRCH-02'])
  expect(checksSpeakingOf('S26/DMI02')).toEqual(['WRT-01', 'WRT-02', 'EXP-01', 'EXP-02', 'MIG-01'])
  expect(checksSpeakingOf('S99/GPCARS01')).toEqual(
    expect.arrayContaining(['REC-01', 'REC-02a', 'REC-02b', 'REC-03', 'RULE-ALG-CODE']),
  )
  expect(checksSpeakingOf('S54/DEMO01')).toEqual(['SMART-01'])
  expect(checksSpeakingOf('S69/DEMO01')).toEqual([])
})

it('RG-01: coverage follows from the checks that are named, the later ones too', () => {
  const coverage = (ids: string[]) =>
    coverageOf({ method: 'MACHINE', checks: ids.map((id) => ({ id, strength: strengthOf(id)! })) })
  expect(coverage(checksSpeakingOf('S54/DEMO01'))).toEqual({ level: 'FULL', because: 'SMART-01' })
  expect(coverage(checksSpeakingOf('S26/DMI02'))).toMatchObject({ level: 'PARTIAL' })
  expect(coverage(checksSpeakingOf('S69/DEMO01'))).toEqual({
    level: 'NOT MACHINE-TESTED',
    because: 'no check has been written for it yet',
  })
})
