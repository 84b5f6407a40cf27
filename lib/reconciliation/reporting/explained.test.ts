import { rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { reportOf } from '@/lib/testing/reconciliation-reports'
import { newFolder, profileIn, writeSide } from '@/lib/testing/reconciliation-runs'
import { totalsProblems } from '../report-rules'
import { unsignedReportSchema } from '../report-schema'
import { detailsLine } from './details-line'

const folder = newFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const patient = (id: string) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9434765919' }],
})
const observation = (s: string, n: number, unit: string, more = {}) => ({
  resourceType: 'Observation',
  id: `${s}${n}`,
  subject: { reference: `Patient/${s}` },
  status: 'final',
  effectiveDateTime: `2020-01-0${n}`,
  valueQuantity: { value: n, unit },
  ...more,
})
const rule = {
  id: 'glucose-unit',
  version: 3,
  kind: 'unit',
  type: 'Observation',
  side: 'source',
  path: 'valueQuantity.unit',
  from: 'mmol',
  to: 'mmol/L',
  reason: 'The old system leaves out the litre',
  owner: 'Clinical safety officer',
  examples: [
    {
      before: { resourceType: 'Observation', valueQuantity: { value: 5, unit: 'mmol' } },
      after: { resourceType: 'Observation', valueQuantity: { value: 5, unit: 'mmol/L' } },
    },
  ],
}
const numbers = [1, 2, 3, 4, 5, 6, 7]

async function compared(target: object[]) {
  writeSide(folder, 'source', [patient('a'), ...numbers.map((n) => observation('a', n, 'mmol'))])
  writeSide(folder, 'target', target)
  const details: Record<string, unknown>[] = []
  const report = await reportOf(folder, profileIn(folder, { rules: [rule] }), {
    each: (one, sides) => details.push(JSON.parse(detailsLine(one, sides))),
  })
  expect(totalsProblems(unsignedReportSchema.parse(report))).toEqual([])
  return { report, details }
}

it('RU-03: what only a declared rule makes equal is explained, under the checks it would have met', async () => {
  const { report, details } = await compared([patient('b'), ...numbers.map((n) => observation('b', n, 'mmol/L'))])
  expect(report).toMatchObject({ verdict: 'equal-with-rules', totals: { matched: 1, explained: 7, byClass: {} } })
  expect(report.profile.rules).toEqual([{ id: 'glucose-unit', version: 3, touched: 7, explained: 7 }])
  expect(report.checks.find((c) => c.id === 'C14')).toMatchObject({
    status: 'pass',
    explained: 7,
    unexplained: { S1: 0 },
  })
  expect(details[0]).toMatchObject({
    paths: ['valueQuantity.unit'],
    rule: 'glucose-unit',
    explainedBy: 'rule',
    severity: null,
  })
})

it('RU-03: a record that a rule touches and that changed besides is altered, and only what changed is named', async () => {
  const target = numbers.map((n) => observation('b', n, 'mmol/L', n === 3 ? { status: 'amended' } : {}))
  const { report, details } = await compared([patient('b'), ...target])
  expect(report).toMatchObject({ verdict: 'different', totals: { explained: 6, byClass: { altered: '1-4' } } })
  expect(details.filter((one) => one.explainedBy === null)).toMatchObject([
    { class: 'altered', paths: ['status'], sourceId: 'a3' },
  ])
})
