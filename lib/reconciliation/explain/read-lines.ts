import { join } from 'node:path'
import { gunzip } from '../input/gunzip'
import { readBlocks } from '../input/open-file'
import { defaultMaxLine } from '../input/read-side'
import { splitLines } from '../input/split-lines'
import { isObject, type JsonObject } from '../json/json'
import { parseJson } from '../json/parse-json'

/** The records on these lines of one file, by line; one that is no record there is left out. Reads the file once. */
export async function readLines(
  folder: string,
  path: string,
  wanted: ReadonlySet<number>,
): Promise<Map<number, JsonObject>> {
  const found = new Map<number, JsonObject>()
  const blocks = readBlocks(join(folder, path))
  const last = Math.max(...wanted)
  for await (const { number, bytes } of splitLines(path.endsWith('.gz') ? gunzip(blocks) : blocks, defaultMaxLine)) {
    if (wanted.has(number) && bytes) {
      const parsed = parseJson(bytes)
      if (parsed.ok && isObject(parsed.value)) found.set(number, parsed.value)
    }
    if (number >= last) return found
  }
  return found
}
