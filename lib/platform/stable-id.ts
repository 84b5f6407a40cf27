import { createHash } from 'node:crypto'

/** A record id that follows from what the record is: the same facts loaded twice, or in two places, get the same id (a UUID of version 8). */
export function stableId(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\u001f')).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
