import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a good engineer writes in an afternoon: blocks instead of readline, the language's own parser, keys sorted, one hash a
 * resource. It sees neither numbers by their literal, nor repeated keys, nor links. Usage: tsx reconcile-tuned.ts SOURCE TARGET
 */
const [source, target] = process.argv.slice(2) as [string, string]
const counts = new Map<string, number>()
await each(source, (hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1))
let added = 0
await each(target, (hash) => {
  const left = counts.get(hash) ?? 0
  if (left === 0) added += 1
  else if (left === 1) counts.delete(hash)
  else counts.set(hash, left - 1)
})
const missing = [...counts.values()].reduce((sum, n) => sum + n, 0)
console.log(JSON.stringify({ missing, added }))

async function each(folder: string, take: (hash: string) => void): Promise<void> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ndjson'))) {
    let rest = ''
    for await (const block of createReadStream(join(folder, file), { encoding: 'utf8', highWaterMark: 4 << 20 })) {
      const lines = (rest + block).split('\n')
      rest = lines.pop()!
      for (const line of lines) take(hashOf(line))
    }
    if (rest !== '') take(hashOf(rest))
  }
}

function hashOf(line: string): string {
  const { id, meta, ...resource } = JSON.parse(line) as Record<string, unknown>
  return createHash('md5').update(text(resource)).digest('base64')
}

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  let out = '{'
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key]
    const isReference = key === 'reference' && typeof item === 'string'
    out += `"${key}":${isReference ? item.slice(0, item.indexOf('/')) : text(item)},`
  }
  return `${out}}`
}
