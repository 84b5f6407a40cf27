import type { Method, Requirement } from '../facts'
import type { Coverage } from './register-view'

const methodWords: Record<Exclude<Method, 'MACHINE'>, string> = {
  DOCUMENT: 'it is shown by a document',
  WITNESS: 'somebody must watch it being done',
  DECLARATION: 'the supplier declares it',
}

/** How far machines test a requirement (RG-01): fully, in part, or not at all and why. */
export function coverageOf(requirement: Pick<Requirement, 'checks' | 'method' | 'notTestedReason'>): Coverage {
  const { checks, method, notTestedReason } = requirement
  if (checks.some((check) => check.strength === 'FULL'))
    return { level: 'FULL', because: checks.map((check) => check.id).join(', ') }
  if (checks.length > 0) return { level: 'PARTIAL', because: checks.map((check) => check.id).join(', ') }
  const why = method === 'MACHINE' ? 'no check has been written for it yet' : methodWords[method]
  return { level: 'NOT MACHINE-TESTED', because: notTestedReason ?? why }
}
