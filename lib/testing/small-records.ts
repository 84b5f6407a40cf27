import type { Comparison } from '@/lib/reconciliation/compare/comparison'
import { nhsNumberSystem } from './two-sides'

export const numbers = ['9434765919', '1234567881', '9990000018']
/** A patient with one of the numbers. */
export const patient = (id: string, number = numbers[0]!) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: nhsNumberSystem, value: number }],
})
/** A reference to a record. */
export const to = (type: string, id: string) => ({ reference: `${type}/${id}` })
/** A record of that patient. */
export const record = (type: string, id: string, owner: string, fields: object = {}) => ({
  resourceType: type,
  id,
  subject: to('Patient', owner),
  ...fields,
})
/** What has no partner on the other side. */
export const lost = ({ unpaired }: Comparison) => ({
  source: unpaired.source.map(({ type, line, hasEqual }) => [type, line, hasEqual]),
  target: unpaired.target.map(({ type, line, hasEqual }) => [type, line, hasEqual]),
})
export const nothing = { source: [], target: [] }
