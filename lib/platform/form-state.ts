import type { ZodError } from 'zod'
import type { Refusal } from './refusal'
import { refusalWords } from './refusal-words'

/** What a server action answers to its form: nothing yet, or the words of what went wrong, by field where there is one. */
export type FormState = { message?: string; fields?: Record<string, string[]> }

export const emptyForm: FormState = {}

/** The form state of a refused command. */
export function toFormState(refusal: Refusal): FormState {
  return refusal.kind === 'invalid'
    ? { message: refusalWords(refusal), fields: refusal.fields }
    : { message: refusalWords(refusal) }
}

/** The form state of input that its schema refused: field → reasons. */
export function invalid(error: ZodError): FormState {
  return toFormState(fromZod(error))
}

/** A schema's complaint as a refusal, for commands and the API. */
export function fromZod(error: ZodError): Refusal {
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form'
    fields[field] = [...(fields[field] ?? []), issue.message]
  }
  return { kind: 'invalid', fields }
}
