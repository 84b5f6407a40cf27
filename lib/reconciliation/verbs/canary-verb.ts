import { runCanary } from '../canary/run-canary'
import { canonicalJson } from '../canonical-json'
import { writeWhole } from './leftovers'
import { readRunOptions, runMay, runNeeds, wholeNumber } from './run-options'
import { say, type Verb } from './verb'

export const canaryVerb: Verb = {
  usage: `canary   --source DIR --target DIR --profile FILE --key FILE --out FILE|- --seed N [--engine NAME]
           plants losses in a copy of the target; all must be found, or nothing is signed`,
  needs: [...runNeeds, 'out', 'seed'],
  may: runMay,
  run: async (options, io) => {
    const { text } = options
    const answer = await runCanary(readRunOptions(options), wholeNumber('seed', text.seed, 0)!)
    if (!answer.ok) return say(io, 2, `The input is faulty (${answer.count} faults): compare it to see where`)
    const { canary } = answer
    const json = `${canonicalJson(canary)}\n`
    if (text.out === '-') io.out(json)
    else writeWhole(text.out!, json)
    for (const [kind, { planted, found }] of Object.entries(canary.byClass))
      if (found < planted) io.err(`${kind}: ${found} of ${planted} found`)
    return say(io, canary.found === canary.planted ? 0 : 1, `${canary.found} of ${canary.planted} planted losses found`)
  },
}
