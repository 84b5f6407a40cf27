import type { ModuleFacts } from '../facts'
import { standardRows } from '../standard-value-rules'

/** Whether the supplier must first prove an endpoint and pass a dry run (assurance §4). */
export type EndpointAnswer = 'not needed' | 'proven' | 'not proven'

/**
 * The port to the conformance suite. A module none of whose requirements is checked by machine needs no endpoint. Until the
 * suite runs here, no requirement names a check, so every answer is "not needed"; one that did would be "not proven".
 */
export function endpointAnswer(facts: ModuleFacts, day: string): EndpointAnswer {
  const checked = standardRows(facts, day).some((s) => s.rows.some((row) => row.requirement.checks.length > 0))
  return checked ? 'not proven' : 'not needed'
}
