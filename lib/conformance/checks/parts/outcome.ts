import type { Answer } from '../../http/client'
import { must } from '../../run/finding'
import type { Reason } from '../../run/reasons'
import { fieldsOf, isResource, listOf, textOf } from './json'
import { faultOf } from './validate'

const severities = ['fatal', 'error', 'warning', 'information']

/** Why the body is no OperationOutcome that tells of an error; undefined where it is one. */
export function outcomeFault(json: unknown): string | undefined {
  if (!isResource(json) || json.resourceType !== 'OperationOutcome') return 'the body is no OperationOutcome'
  if (faultOf(json) !== undefined) return 'the OperationOutcome is not valid'
  const issues = listOf(json.issue)
  if (issues.some((issue) => !severities.includes(String(issue.severity)))) return 'an issue has no known severity'
  if (!issues.some((issue) => issue.severity === 'error' || issue.severity === 'fatal'))
    return 'no issue has the severity error or fatal'
  return undefined
}

/** The codes of all issues, as GP Connect gives them (page error-handling: `issue.details.coding`). */
export const errorCodes = (json: unknown): string[] =>
  listOf(fieldsOf(json).issue).flatMap((issue) =>
    listOf(fieldsOf(issue.details).coding).flatMap((coding) => textOf(coding.code) ?? []),
  )

/** A refusal as it must be: one of these statuses, an OperationOutcome, and where any is given, that code or one of those. */
export function mustRefuse(
  answer: Answer,
  what: string,
  statuses: number[],
  code?: string | readonly string[],
  accepted: Reason = 'WRONG_STATUS',
): void {
  const expected = statuses.join(' or ')
  must(answer.status >= 300 || answer.status < 200, accepted, `${what}: expected ${expected}, got ${answer.status}`)
  must(statuses.includes(answer.status), 'WRONG_STATUS', `${what}: expected ${expected}, got ${answer.status}`)
  const fault = outcomeFault(answer.json)
  must(fault === undefined, 'NO_OUTCOME', `${what}: expected an OperationOutcome; ${fault}`)
  if (code === undefined) return
  const known = [code].flat()
  must(
    errorCodes(answer.json).some((one) => known.includes(one)),
    'WRONG_ERROR_CODE',
    `${what}: expected the code ${known.join(' or ')} in issue.details.coding`,
  )
}
