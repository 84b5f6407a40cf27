import type { Refusal } from './refusal'
import { refusalWords } from './refusal-words'

const status = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  'wrong-state': 409,
  stale: 409,
  conflict: 409,
} as const

/** RFC 9457 problem details of a refusal: the body of every error that the public API answers. */
export function refusalProblem(refusal: Refusal) {
  return {
    type: `about:blank#${refusal.kind}`,
    title: refusal.kind,
    status: status[refusal.kind],
    detail: refusalWords(refusal),
    ...(refusal.kind === 'invalid' ? { errors: refusal.fields } : {}),
  }
}
