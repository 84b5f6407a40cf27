const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * A body as JSON; undefined where it is none (or no UTF-8), or where it is nested deeper than `depth`: that is counted before
 * parsing, because whoever walks the value afterwards would run out of stack.
 */
export function jsonWithin(body: Buffer, depth: number): unknown {
  if (body.length === 0 || deeperThan(body, depth)) return undefined
  try {
    return JSON.parse(utf8.decode(body))
  } catch {
    return undefined
  }
}

function deeperThan(text: Buffer, depth: number): boolean {
  let level = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const byte = text[at]
    if (inString) {
      if (byte === 0x5c) at++
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++level > depth) return true
    } else if (byte === 0x5d || byte === 0x7d) level--
  }
  return false
}
