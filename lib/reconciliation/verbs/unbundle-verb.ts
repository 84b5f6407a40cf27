import { unbundle } from '../unbundle/unbundle'
import { type ExitCode, say, type Verb } from './verb'

/** Bundles (STU3, R4) to NDJSON, a file a type. A faulty file, or a folder that holds something, ends with 2. */
export const unbundleVerb: Verb = {
  usage: 'unbundle --in FILE… --out DIR      writes the resources of Bundles as NDJSON, numbers literally',
  needs: ['in', 'out'],
  may: [],
  many: 'in',
  run: ({ text, many }, io): ExitCode => {
    const done = unbundle(many, text.out!)
    if (!done.ok) return say(io, 2, `${done.because}. Nothing was written.`)
    for (const [type, count] of Object.entries(done.counts)) io.err(`${type}: ${count}`)
    io.err(`${done.resources} resources from ${many.length} files`)
    if (done.repeated > 0) io.err(`${done.repeated} stood in several files in the same words and were written once`)
    if (done.withoutResource > 0) io.err(`${done.withoutResource} entries held no resource`)
    return 0
  },
}
