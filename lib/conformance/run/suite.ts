import { readdirSync, readFileSync } from 'node:fs'
import { type ProfileName, profiles } from '../checks/profiles'
import type { Bundle } from '../evidence/bundle'
import { canonicalJson, sha256Hex } from '../evidence/canonical-json'
import { mapOf } from './map'

const room = new URL('..', import.meta.url)

/** The suite as evidence names it (EV-02): whoever has the same sources computes the same hashes. */
export const suite = (name: ProfileName = 'core-r4'): Bundle['suite'] => ({
  name,
  version: profiles[name].version,
  codeSha256: codeHash(),
  mapSha256: sha256Hex(canonicalJson(mapOf(profiles[name].checks))),
})

/** SHA-256 over `[path, SHA-256 of the file]` of every source of the checks and of the runner, tests apart, sorted by path. */
function codeHash(): string {
  const files = ['checks', 'run']
    .flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, room), { recursive: true }).map((name) => `${folder}/${name}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .sort()
  return sha256Hex(canonicalJson(files.map((path) => [path, sha256Hex(readFileSync(new URL(path, room)))])))
}
