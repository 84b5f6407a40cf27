import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventWords, sentences } from './event-words'

/** Every event that any room records or any machine bears, found in the sources. */
function eventsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return eventsIn(path)
    if (!path.endsWith('.ts') || path.includes('.test.') || path.startsWith('lib/testing')) return []
    const source = readFileSync(path, 'utf8')
    const borne = [...source.matchAll(/event: '([A-Z]\w+)'/g)].map((m) => m[1]!)
    const recorded = [...source.matchAll(/record\(\s*tx,\s*\w+,\s*\{\s*name: '([A-Z]\w+)'/g)].map((m) => m[1]!)
    return [...borne, ...recorded]
  })
}

describe('the history', () => {
  it('has a sentence for every event', () => {
    expect([...new Set(eventsIn('lib'))].filter((name) => !sentences[name]).sort()).toEqual([])
  })
  it('says an unknown event in plain letters', () => expect(eventWords('ThingWasDone')).toBe('Thing was done'))
})
