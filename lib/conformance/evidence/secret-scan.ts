/** In which writing a secret was found; never the secret itself. */
export type SecretForm = 'RAW' | 'BASE64' | 'HEX'

/**
 * EV-08: does this value hold the secret anywhere, as it is, in base64 (wherever it begins among other bytes, either alphabet, broken
 * into lines) or in hex; and each of them also percent-encoded or escaped as JSON, in part or whole, up to three times over?
 * Found is refused: before anything is signed, the caller looks for every secret that the run has used.
 */
export function findSecret(value: unknown, secrets: readonly string[]): SecretForm | undefined {
  const wanted = secrets.filter((secret) => secret !== '').map(formsOf)
  if (wanted.length === 0) return undefined
  for (const text of textsOf(value))
    for (const view of viewsOf(text))
      for (const forms of wanted) {
        if (view.includes(forms.raw)) return 'RAW'
        const lower = view.toLowerCase().replaceAll(/[\s:]|%20/g, '')
        if (lower.includes(forms.hex)) return 'HEX'
        const standard = view.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/')
        if (forms.base64.some((form) => standard.includes(form))) return 'BASE64'
      }
  return undefined
}

function formsOf(secret: string) {
  const bytes = Buffer.from(secret, 'utf8')
  return {
    raw: secret,
    hex: bytes.toString('hex'),
    base64: [0, 1, 2].map((shift) => inside(bytes, shift)).filter((form) => form !== ''),
  }
}

/** The characters of base64 that depend on the secret alone when `shift` bytes stand before it and anything behind it. */
function inside(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const whole = (shift + bytes.length) % 3 === 0
  return text.slice([0, 2, 3][shift], whole ? text.length : -1)
}

/** Every string inside, keys too, each by itself: a JSON value need not be written out to be read. */
function textsOf(value: unknown): string[] {
  const texts: string[] = []
  const queue = [value]
  const seen = new Set<unknown>()
  while (queue.length > 0) {
    const next = queue.pop()
    if (typeof next === 'string') texts.push(next)
    else if (Buffer.isBuffer(next)) texts.push(next.toString('utf8'))
    else if (typeof next === 'number' || typeof next === 'bigint') texts.push(String(next))
    else if (typeof next === 'object' && next !== null && !seen.has(next)) {
      seen.add(next)
      const parts =
        next instanceof Map ? [...next].flat() : next instanceof Set ? [...next] : Object.entries(next).flat()
      for (const part of parts) queue.push(part)
    }
  }
  return texts
}

/** The text, and what it says once its escapes are undone. */
function viewsOf(text: string): Set<string> {
  const views = new Set([text])
  for (let round = 0; round < 3; round++)
    for (const view of [...views]) {
      views.add(withoutPercent(view))
      views.add(withoutPercent(view.replaceAll('+', ' ')))
      views.add(withoutEscapes(view))
    }
  return views
}

function withoutPercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}

const shortEscapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code?: string, letter?: string) =>
    code === undefined ? (shortEscapes[letter!] ?? letter!) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
