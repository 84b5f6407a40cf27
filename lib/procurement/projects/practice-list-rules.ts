import type { Day } from '@/lib/platform/days'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { practiceLines } from '../practice-lines-rules'
import type { ProjectPractice } from './project'

/** No project is for more practices; a file larger than this is not read (T5). */
export const mostPractices = 500
export const mostBytes = 1_048_576
const shownFaults = 20

type Given = { practices: string; file: string }
type Found = Record<string, { id: string; code: string; name: string; listSize: number | null; asOf: Day | null }>

/** Every code that was typed or stands in the file, each once, to be looked up. */
export const codesOf = ({ practices, file }: Given): string[] => [
  ...new Set([practices, file].flatMap(practiceLines).map(({ code }) => code)),
]

/**
 * T5: the practices of a commissioner's project from a typed list and a file, `found` being the open ones of its area by code.
 * Each comes with the newest list size known, which is the quantity that it needs. Bad codes and names are refused by line, at
 * the field where they stand.
 */
export function readPracticeList(given: Given, found: Found): Result<ProjectPractice[]> {
  const fields: Record<string, string[]> = {}
  for (const field of ['practices', 'file'] as const) {
    const words = practiceLines(given[field]).flatMap((line) => wrongWith(line, found))
    if (words.length > 0) fields[field] = words.slice(0, shownFaults)
  }
  const codes = codesOf(given)
  if (codes.length === 0) fields.practices = ['Name the practices for which you buy']
  if (codes.length > mostPractices) fields.practices = [`A project is for ${mostPractices} practices at most`]
  if (Object.keys(fields).length > 0) return refuse({ kind: 'invalid', fields })
  return ok(
    codes.map((code) => {
      const { id, name, listSize, asOf } = found[code]!
      return { practiceId: id, code, name, listSize: listSize!, listSizeAsOf: asOf! }
    }),
  )
}

function wrongWith({ line, code, name }: ReturnType<typeof practiceLines>[number], found: Found): string[] {
  const practice = found[code]
  if (!practice) return [`Line ${line}: ${code.slice(0, 20)} is not an open practice of your area`]
  if (practice.listSize === null) return [`Line ${line}: the list size of ${code} is not known`]
  return name !== '' && bare(name) !== bare(practice.name)
    ? [`Line ${line}: ${code} is ${practice.name}, not ${name.slice(0, 60)}`]
    : []
}
const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '')
