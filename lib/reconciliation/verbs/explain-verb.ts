import { readFileSync } from 'node:fs'
import { type Details, detailsSchema } from '../explain/details-schema'
import { explain } from '../explain/explain'
import { Refusal, say, type Verb } from './verb'

/** So many differences are explained at a time; their records are held while they are. */
const together = 1_000

export const explainVerb: Verb = {
  usage: `explain  --details FILE --source DIR --target DIR [--id ID]
           both records side by side with the changed paths marked, on this screen only`,
  needs: ['details', 'source', 'target'],
  may: ['id'],
  run: async ({ text }, io) => {
    const all = readDetails(text.details!)
    const wanted = text.id ? all.filter((one) => one.sourceId === text.id || one.targetId === text.id) : all
    if (wanted.length === 0) return say(io, 1, text.id ? 'No difference has this id' : 'There is no difference')
    for (let from = 0; from < wanted.length; from += together)
      for await (const line of explain(wanted.slice(from, from + together), text.source!, text.target!))
        io.out(`${line}\n`)
    return say(io, 0, `${wanted.length} of ${all.length} differences`)
  },
}

function readDetails(path: string): Details[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    if (line === '') return []
    const parsed = detailsSchema.safeParse(jsonOf(line))
    if (!parsed.success) throw new Refusal(2, `details, line ${i + 1}: this is no difference as "compare" writes it`)
    return [parsed.data]
  })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
