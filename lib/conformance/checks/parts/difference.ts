import { isFields } from './json'

/** The path of the first place where two JSON values differ, lists in their order; undefined where they are equal. */
export function differenceOf(sent: unknown, read: unknown, path = ''): string | undefined {
  if (Array.isArray(sent) && Array.isArray(read)) {
    if (sent.length !== read.length) return `${path} (${read.length} items instead of ${sent.length})`
    return first(sent.map((_, at) => () => differenceOf(sent[at], read[at], `${path}[${at}]`)))
  }
  if (isFields(sent) && isFields(read)) {
    const names = [...new Set([...Object.keys(sent), ...Object.keys(read)])]
    return first(
      names.map((name) => () => differenceOf(sent[name], read[name], path === '' ? name : `${path}.${name}`)),
    )
  }
  return Object.is(sent, read) ? undefined : path
}

function first(looks: (() => string | undefined)[]): string | undefined {
  for (const look of looks) {
    const found = look()
    if (found !== undefined) return found
  }
  return undefined
}
