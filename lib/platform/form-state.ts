import type { ZodError } from 'zod'
import type { Refusal } from './refusal'
import { refusalWords } from './refusal-words'

/** What a server action answers to its form: nothing yet, or the words of what went wrong, by field where there is one. */
export type FormState = { message?: string; fields?: Record<string, string[]>; values?: Record<string, string> }

export const emptyForm: FormState = {}

/** The form state of a refused command. With `form` what was typed comes back, so that nothing has to be typed twice. */
export function toFormState(refusal: Refusal, form?: FormData): FormState {
  const message = refusalWords(refusal)
  const values = form && typed(form)
  return refusal.kind === 'invalid' ? { message, fields: refusal.fields, values } : { message, values }
}

/** The form state of input that its schema refused: field → reasons. */
export function invalid(error: ZodError, form?: FormData): FormState {
  return toFormState(fromZod(error), form)
}

/** Text that was typed; never a file, never a password. */
function typed(form: FormData): Record<string, string> {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.toLowerCase().includes('password') && !name.startsWith('$')))
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
