import { generateFrom } from '../generator/generate-verb'
import { say, type Verb } from './verb'

/** A synthetic pair with planted losses and `truth.json` (§8). The same options give the same bytes. */
export const generateVerb: Verb = {
  usage: 'generate --out DIR --patients N --per-patient M --seed S [--plant all|none|LIST]',
  needs: ['out', 'patients', 'per-patient', 'seed'],
  may: ['plant'],
  run: async ({ text }, io) => {
    const texts = {
      patients: text.patients!,
      perPatient: text['per-patient']!,
      seed: text.seed!,
      plant: text.plant ?? 'none',
    }
    const done = await generateFrom(text.out!, texts, (at, of) => io.progress?.(`${at} of ${of} patients`))
    if (!done.ok) return say(io, 64, done.because)
    return say(io, 0, `${done.resources} resources, ${done.planted} of them planted losses`)
  },
}
