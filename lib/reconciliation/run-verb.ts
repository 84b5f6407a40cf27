import { canaryVerb } from './verbs/canary-verb'
import { compareVerb } from './verbs/compare-verb'
import { explainVerb } from './verbs/explain-verb'
import { generateVerb } from './verbs/generate-verb'
import { initVerb, manifestVerb } from './verbs/keys-verbs'
import { parseOptions } from './verbs/parse-options'
import { proveVerb } from './verbs/prove-verb'
import { signVerb, verifyVerb } from './verbs/sign-verbs'
import { unbundleVerb } from './verbs/unbundle-verb'
import { type ExitCode, Refusal, say, type Terminal, type Verb } from './verbs/verb'

export type { ExitCode, Terminal } from './verbs/verb'

const verbs: Record<string, Verb> = {
  init: initVerb,
  manifest: manifestVerb,
  unbundle: unbundleVerb,
  compare: compareVerb,
  canary: canaryVerb,
  sign: signVerb,
  verify: verifyVerb,
  explain: explainVerb,
  prove: proveVerb,
  generate: generateVerb,
}
const later = ['bench']
const usage = `Usage: npm run reconcile -- <verb>\n${Object.values(verbs)
  .map((verb) => `  ${verb.usage}`)
  .join('\n')}`

/** One call of the checker. Progress and complaints go to `err`; `out` stays empty but for what `--out -` asks for. */
export async function runVerb(args: string[], io: Terminal): Promise<ExitCode> {
  const [name = '', ...rest] = args
  if (later.includes(name)) return say(io, 64, `"${name}" comes with a later release`)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) return say(io, 64, usage)
  const options = parseOptions(rest, verb)
  if (!options) return say(io, 64, usage)
  try {
    return await verb.run(options, io)
  } catch (error) {
    if (error instanceof Refusal) return say(io, error.code, error.message)
    if (error instanceof Error && 'code' in error && 'path' in error)
      return say(io, 2, `${String(error.path)}: cannot be read or written (${String(error.code)})`)
    return say(io, 70, `internal fault: ${error instanceof Error ? error.message : String(error)}`)
  }
}
