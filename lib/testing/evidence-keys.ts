import { addSigned } from '@/lib/assurance/evidence-log/add-signed'
import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { getLog, getProof } from '@/lib/assurance/evidence-log/read-log'
import { newId } from '@/lib/platform/ids'
import { keepEvidenceLog } from '@/lib/worker/evidence-log/keep-evidence-log'
import { signWithKeyInUse } from '@/lib/worker/evidence-log/key-in-use'
import { contextOf } from './context'

const verifier = new URL('../conformance/evidence/verify.mjs', import.meta.url).pathname
export type Keys = Awaited<ReturnType<typeof getLogKeys>>

export const on = (day: string) => contextOf(undefined, new Date(`${day}T10:00:00Z`))

/** A fact of that day, signed by the key in use, in the log under a checkpoint; answers its place. */
export async function factOn(day: string): Promise<number> {
  const value = { schema: 'gpit.fact/v1', type: 'Finding', row: { on: day } }
  const { envelopes, keyId } = await signWithKeyInUse(on(day), 'officers', [value])
  await addSigned(on(day), keyId, [{ subjectType: 'Finding', subjectId: newId(), envelope: envelopes[0]! }])
  await keepEvidenceLog(on(day), { atOnce: true })
  const { lines } = await getLog()
  return lines.find((line) => line.subjectType === 'Finding')!.index
}

/** What the verifier says of a leaf, with the keys as they are served or bent. */
export async function verdict(index: number, bend: (keys: Keys) => unknown = () => undefined): Promise<string> {
  const [proof, keys] = [await getProof(index), await getLogKeys()]
  return verdictOf(proof, keys, bend)
}

export async function verdictOf(proof: unknown, given: Keys, bend: (keys: Keys) => unknown): Promise<string> {
  const { verifyProof } = await import(verifier)
  const keys = structuredClone(given)
  bend(keys)
  try {
    return verifyProof(proof, keys).steps.join('\n')
  } catch (error) {
    return `refused: ${(error as Error).message}`
  }
}
