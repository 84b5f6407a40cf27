import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Does `work` unless `mark` already holds the hash of the inputs (files and folders, tests left out): so a second start does
 * only what has changed. Says what it does, and how long it took.
 */
export async function step(
  mark: string,
  inputs: string[],
  words: string,
  work: () => Promise<void> | void,
): Promise<void> {
  const digest = hashOf(inputs)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return
  await told(words, work)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, digest)
}

/** Does `work` with a line before it and its time after it. */
export async function told<T>(words: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now()
  console.log(`· ${words} …`)
  const answer = await work()
  console.log(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return answer
}

function hashOf(inputs: string[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(filesIn).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .filter((name) => !name.includes('.test.'))
    .flatMap((name) => filesIn(join(path, name)))
}
