/**
 * The type that a reference's text names where it can lead to a resource of the side (ID-03): `Patient/1`,
 * `https://x/Patient/1/_history/2`; `*` for `urn:uuid:`, which names none. Undefined for what compares as text:
 * `Type?query`, `#0`, and addresses of another form.
 */
export function referenceType(text: string): string | undefined {
  if (text.startsWith('urn:uuid:') || text.startsWith('urn:oid:')) return '*'
  return /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[^/?#]+)?$/.exec(text)?.[1]
}

/** What stands for a reference where only its type counts (LK-01, L0). Contains NUL, which no text of a resource can. */
export const referenceWord = (text: string): string => {
  const type = referenceType(text)
  return type === undefined ? text : `\u0000${type}`
}
