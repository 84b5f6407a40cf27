/** Their words are cut to this many characters, escapes counted (CK-04). */
const longest = 200

/**
 * A value of the supplier's as it may stand in a message: control characters, direction marks, markup and quotes become escapes; what looks
 * like a secret is left out, and it is cut at 200 characters without cutting an escape in two.
 */
export function theirs(value: unknown): string {
  const raw = typeof value === 'string' ? value : value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing')
  let shown = ''
  for (const character of raw.slice(0, 4_000).replace(secretLike, '[left out]')) {
    const next = escaped(character)
    if (shown.length + next.length > longest - 1) return `${shown}…`
    shown += next
  }
  return shown
}

/** User and password of an address, bearer tokens, `password=…`, and any long run of letters and digits. */
const secretLike =
  /\/\/[^\s/@]+@|\b(?:bearer|basic)\s+\S+|\b(?:password|passwd|pwd|secret|token|api[-_]?key)["']?\s*[=:]\s*\S+|[A-Za-z0-9+_=-]{24,}/gi

/** Letters, digits and plain signs of any script stay as they are. */
function escaped(character: string): string {
  if (/[<>&"'`\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character))
    return `\\u{${character.codePointAt(0)!.toString(16)}}`
  return character
}

/** Takes given secrets out of a text: as they are, percent-encoded, and as base64 and hex of any padding (EV-08). */
export function without(secrets: string[], text: string): string {
  return secrets.filter(Boolean).reduce((rest, secret) => {
    const bytes = Buffer.from(secret)
    const forms = [
      secret,
      encodeURIComponent(secret),
      bytes.toString('hex'),
      bytes.toString('base64').replace(/=+$/, ''),
      bytes.toString('base64url'),
    ]
    return forms.reduce((left, form) => left.replaceAll(form, '[left out]'), rest)
  }, text)
}
