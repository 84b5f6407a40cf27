import { makeKeys } from '../make-keys'
import { writeManifest } from '../write-manifest'
import { type ExitCode, Refusal, say, type Verb } from './verb'

export const initVerb: Verb = {
  usage: 'init     --out DIR                 makes switch.key, signing.key, signing.pub, profile.json',
  needs: ['out'],
  may: [],
  run: ({ text }, io): ExitCode => {
    const made = makeKeys(text.out!)
    if (!made.ok) return say(io, 2, made.because)
    const { files, keyId } = made
    return say(io, 0, `made ${files.join(', ')}; switch key ${keyId}. Keep switch.key and signing.key here.`)
  },
}

export const manifestVerb: Verb = {
  usage: 'manifest --dir DIR --side source|target [--system NAME] [--practice CODE] [--fhir-version V]',
  needs: ['dir', 'side'],
  may: ['system', 'practice', 'fhir-version'],
  run: async ({ text }, io) => {
    const side = text.side
    if (side !== 'source' && side !== 'target') throw new Refusal(64, '--side: must be source or target')
    const written = await writeManifest(text.dir!, {
      side,
      system: text.system ?? '',
      practice: text.practice ?? '',
      fhirVersion: text['fhir-version'] ?? '4.0.1',
    })
    if (!written.ok) return say(io, 2, written.because)
    return say(io, 0, `${written.manifest.files.length} files; SHA-256 of manifest.json: ${written.sha256}`)
  },
}
