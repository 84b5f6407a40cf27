import { readFileSync } from 'node:fs'

/** The JSON in a file; undefined where it holds none. A file that cannot be read throws. */
export function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
