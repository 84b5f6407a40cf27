import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of real public files that stands beside the project on some machines; it is never part of it. */
const folder = process.env.SHARED_DATA ?? join(process.cwd(), '../shared/data')

/** Path of a shared file, or undefined where this machine has none: such tests skip with "skipped: no shared data". */
export function sharedData(path: string): string | undefined {
  const file = join(folder, path)
  return existsSync(file) ? file : undefined
}

/** Its bytes; only for tests that have asked `sharedData` before. */
export const sharedBytes = (path: string): Buffer => readFileSync(join(folder, path))
