import type { ZodError } from 'zod'
import type { Refusal } from './refusal'
import { refusalWords } from './refusal-words'

/** What a server action answers to its form: nothing yet, or the words of what went wrong, by field where there is one. */
export type FormState = {
  message?: string
  fields?: Record<string, string[]>
  /** What was typed, by field: the last of several values of one name. */
  values?: Record<string, string>
  /** All values by field, for checkboxes: one that is missing was not ticked. */
  chosen?: Record<string, string[]>
}

/** What a form is sent to: a server action, as React's `useActionState` takes it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const emptyForm: FormState = {}

/** The form state of a refused command. With `form` what was typed comes back, so that nothing has to be typed twice. */
export function toFormState(refusal: Refusal, form?: FormData): FormState {
  const message = refusalWords(refusal)
  const given = form ? { values: typed(form), chosen: chosen(form) } : {}
  return refusal.kind === 'invalid' ? { message, fields: refusal.fields, ...given } : { message, ...given }
}

/** The form state of input that its schema refused: field → reasons. */
export function invalid(error: ZodError, form?: FormData): FormState {
  return toFormState(fromZod(error), form)
}

/** Text that was typed; never a file, a password or a token. */
function texts(form: FormData): [string, string][] {
  return [...form.entries()].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !/password|token/i.test(entry[0]) && !entry[0].startsWith('$'),
  )
}
const typed = (form: FormData): Record<string, string> => Object.fromEntries(texts(form))
function chosen(form: FormData): Record<string, string[]> {
  const names = [...new Set(texts(form).map(([name]) => name))]
  return Object.fromEntries(names.map((name) => [name, texts(form).flatMap((t) => (t[0] === name ? [t[1]] : []))]))
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
