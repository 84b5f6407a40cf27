import { readReference } from '../identity/reference-form'

/**
 * What stands for a reference where only its type counts (LK-01, L0); what compares as text stands for itself. The word
 * begins with NUL, which no text of a resource can hold.
 */
export function referenceWord(text: string): string {
  const reference = readReference(text)
  if (reference.form === 'relative' || reference.form === 'absolute') return `\u0000${reference.type}`
  return reference.form === 'uuid' ? '\u0000' : text
}

/** The same for a reference that leads nowhere on its side: an absolute address is then somebody else's, and its text counts. */
export const unresolvedWord = (text: string): string =>
  readReference(text).form === 'absolute' ? text : referenceWord(text)
