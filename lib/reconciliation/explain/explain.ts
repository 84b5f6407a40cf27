import type { JsonObject } from '../json/json'
import type { Details } from './details-schema'
import { readLines } from './read-lines'
import { sideBySide } from './side-by-side'

/**
 * Both records of each difference beside each other, changed paths marked, in the words of a person: for the practice's own
 * screen, never to be sent. Each file is read once, whatever the number of differences.
 */
export async function* explain(details: readonly Details[], source: string, target: string): AsyncGenerator<string> {
  const old = await readAll(
    source,
    details.map((d) => [d.sourceFile, d.sourceLine]),
  )
  const young = await readAll(
    target,
    details.map((d) => [d.targetFile, d.targetLine]),
  )
  for (const [i, one] of details.entries()) {
    const [before, after] = [old(one.sourceFile, one.sourceLine), young(one.targetFile, one.targetLine)]
    yield heading(i + 1, one)
    if (one.sourceLine !== null && !before) yield '  The source record is no longer on this line'
    if (one.targetLine !== null && !after) yield '  The target record is no longer on this line'
    yield* sideBySide(before, after, one.paths)
    yield ''
  }
}

function heading(number: number, one: Details): string {
  const at = (file: string | null, line: number | null) => (file === null ? 'nowhere' : `${file}, line ${line}`)
  const why = one.explainedBy ? `, explained by ${one.rule ?? 'a record it refers to'}` : ''
  const checks = one.checks.length > 0 ? ` (${one.checks.join(', ')})` : ''
  return `${number}. ${one.type}: ${one.class}${checks} ${one.severity ?? ''}${why}
  source: ${at(one.sourceFile, one.sourceLine)}; target: ${at(one.targetFile, one.targetLine)}`
}

type PlaceOf = [string | null, number | null]

async function readAll(folder: string, places: PlaceOf[]) {
  const lines = new Map<string, Set<number>>()
  for (const [file, line] of places)
    if (file !== null && line !== null) lines.set(file, (lines.get(file) ?? new Set<number>()).add(line))
  const records = new Map<string, Map<number, JsonObject>>()
  for (const [file, wanted] of lines) records.set(file, await readLines(folder, file, wanted))
  return (file: string | null, line: number | null) => records.get(file ?? '')?.get(line ?? 0)
}
