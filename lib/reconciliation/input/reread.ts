import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../compare/comparison'
import { isObject, type JsonObject } from '../json/json'
import { parseJson } from '../json/parse-json'
import { faultMessages } from './fault-list'
import { gunzip } from './gunzip'
import { readBlocks } from './open-file'
import { isUnchanged, type ReadFile } from './read-side'

/** A file that is no longer what it was when it was compared: nothing may be said of it (E-CHANGED). */
export class ChangedFile extends Error {
  readonly code = 'E-CHANGED'

  constructor(readonly path: string) {
    super(faultMessages['E-CHANGED'])
  }
}

/**
 * Reads the resources at these places of one file again: plain files by offset, gzip files by one more pass from the start.
 * In the order asked for. Throws `ChangedFile` where the file is not the one that was compared.
 */
export async function reread(folder: string, file: ReadFile, places: Place[]): Promise<JsonObject[]> {
  const lines = await readLines(folder, file, places)
  return lines.map((bytes) => {
    const parsed = parseJson(bytes)
    if (!parsed.ok || !isObject(parsed.value)) throw new ChangedFile(file.path)
    return parsed.value
  })
}

/** The bytes of the lines at these places of one file, in the order asked for. @throws `ChangedFile`, as above */
export async function readLines(folder: string, file: ReadFile, places: Stretch[]): Promise<Buffer[]> {
  const path = join(folder, file.path)
  if (!isUnchanged(folder, file)) throw new ChangedFile(file.path)
  const found = new Map<Stretch, Buffer>()
  const inOrder = [...places].sort((a, b) => a.offset - b.offset)
  const read = file.path.endsWith('.gz') ? readPass(path, inOrder) : readAt(path, inOrder)
  for await (const { place, bytes } of read) found.set(place, bytes)
  if (found.size < new Set(places).size) throw new ChangedFile(file.path)
  return places.map((place) => found.get(place)!)
}

/** Where a line stands in its file, in uncompressed bytes. */
export type Stretch = { offset: number; length: number }
type ReadPlace = { place: Stretch; bytes: Buffer }

/** Without waiting between them: thousands of short reads at known places cost more in turns than in reading. */
function* readAt(path: string, places: Stretch[]): Generator<ReadPlace> {
  const file = openSync(path, 'r')
  try {
    for (const place of places) {
      const bytes = Buffer.alloc(place.length)
      readSync(file, bytes, 0, place.length, place.offset)
      yield { place, bytes }
    }
  } finally {
    closeSync(file)
  }
}

async function* readPass(path: string, places: Stretch[]): AsyncGenerator<ReadPlace> {
  let next = 0
  let start = 0
  let held: Buffer[] = []
  for await (const block of gunzip(readBlocks(path))) {
    held.push(block)
    const end = held.reduce((n, part) => n + part.length, start)
    const place = places[next]
    if (place && place.offset + place.length > end) continue
    let whole = Buffer.concat(held)
    while (next < places.length && places[next]!.offset + places[next]!.length <= end) {
      const { offset, length } = places[next]!
      yield { place: places[next]!, bytes: whole.subarray(offset - start, offset - start + length) }
      next++
    }
    if (next === places.length) return
    const keepFrom = Math.max(start, Math.min(places[next]!.offset, end))
    whole = whole.subarray(keepFrom - start)
    start = keepFrom
    held = whole.length > 0 ? [whole] : []
  }
}
