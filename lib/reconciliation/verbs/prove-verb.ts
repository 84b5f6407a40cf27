import { canonicalJson } from '../canonical-json'
import { engines } from '../engines'
import { unsignedReportSchema } from '../report-schema'
import { writeWhole } from './leftovers'
import { readJson } from './read-json'
import { readRunOptions, runMay, runNeeds } from './run-options'
import { say, type Verb } from './verb'

/**
 * The Merkle path of one patient under a report's root, for a later dispute. The tree is built again from the folders: the
 * report alone holds nothing of a patient. `--patient` is the NHS number or the value of a fallback system.
 */
export const proveVerb: Verb = {
  usage: `prove    --patient VALUE --report FILE --source DIR --target DIR --profile FILE --key FILE --out FILE|-
           [--engine NAME]`,
  needs: [...runNeeds, 'patient', 'report', 'out'],
  may: runMay,
  run: async (options, io) => {
    const { text } = options
    const report = unsignedReportSchema.pick({ merkle: true }).loose().safeParse(readJson(text.report!))
    if (!report.success) return say(io, 2, 'The report is not of the agreed form')
    const run = readRunOptions(options)
    const answer = await engines[run.engine]!.compare({ ...run, profile: run.loaded })
    if (!answer.ok) return say(io, 2, `The input is faulty (${answer.count} faults): compare it to see where`)
    const { system, fallback } = run.loaded.profile.identity
    const proof = [system, ...fallback, 'patientMap']
      .map((one) => answer.proofOf?.(`${one}|${text.patient}`))
      .find((one) => one !== undefined)
    if (!proof) return say(io, 1, 'No patient of either side has this key')
    if (proof.root !== report.data.merkle.root) return say(io, 1, 'These folders, profile and key have another root')
    const json = `${canonicalJson(proof)}\n`
    if (text.out === '-') io.out(json)
    else writeWhole(text.out!, json)
    return say(io, 0, `leaf ${proof.index + 1} of ${proof.leaves}`)
  },
}
