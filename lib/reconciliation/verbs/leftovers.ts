import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** What stands half done on the disk while a verb works; removed when it is stopped. */
const leftovers = new Set<string>()

export function removeLeftovers(): void {
  for (const path of leftovers) rmSync(path, { recursive: true, force: true })
  leftovers.clear()
}

/** Takes note of a file or folder that must not stay if the verb is stopped before it calls what this returns. */
export function noteLeftover(path: string): () => void {
  leftovers.add(path)
  return () => leftovers.delete(path)
}

/** Writes a file that only its owner reads, whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`
  const done = noteLeftover(part)
  writeFileSync(part, text, { mode: 0o600 })
  renameSync(part, path)
  done()
}
