import type { Step } from '../differences/finding'
import { pathText } from '../differences/path'
import { isArray, isNumber, isObject, type Json, type JsonObject } from '../json/json'

/**
 * Two records beside each other, a line a value: what the path is, what the source has, what the target has. Lines at or
 * under a changed path begin with `≠`. A side without the record has dashes. Values are shown as they were written, so this
 * is for the eyes of the practice only.
 */
export function sideBySide(
  source: JsonObject | undefined,
  target: JsonObject | undefined,
  changed: readonly string[],
): string[] {
  const [old, young] = [valuesOf(source), valuesOf(target)]
  const paths = [...old.keys(), ...[...young.keys()].filter((path) => !old.has(path))]
  const rows = paths.map((path) => [path, old.get(path) ?? '–', young.get(path) ?? '–'] as const)
  const widths = [0, 1].map((i) => Math.min(60, Math.max(0, ...rows.map((row) => row[i]!.length))))
  return rows.map(([path, before, after]) => {
    const mark = changed.some((one) => isUnder(path, one)) ? '≠' : ' '
    return `${mark} ${path.padEnd(widths[0]!)}  ${before.padEnd(widths[1]!)}  ${after}`
  })
}

function isUnder(path: string, changed: string): boolean {
  return path === changed || path.startsWith(`${changed}.`) || path.startsWith(`${changed}[`)
}

/** Every value without anything inside, by its path, in the order of the record. */
function valuesOf(record: JsonObject | undefined): Map<string, string> {
  const values = new Map<string, string>()
  const walk = (value: Json, steps: Step[]): void => {
    if (isObject(value) && value.size > 0) for (const [key, item] of value) walk(item, [...steps, key])
    else if (isArray(value) && value.length > 0) for (const [i, item] of value.entries()) walk(item, [...steps, i])
    else values.set(pathText(steps), written(value))
  }
  if (record) walk(record, [])
  return values
}

function written(value: Json): string {
  if (isNumber(value)) return value.text
  if (isObject(value)) return '{}'
  return isArray(value) ? '[]' : JSON.stringify(value)
}
