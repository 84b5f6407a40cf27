import { sha256Hex } from '../canonical-json'
import type { Context } from '../context'
import { type Day, isDay } from '../days'
import type { Decision } from '../decision'
import { record } from '../record'
import { invalidField, ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import { insertFile, insertRun } from './import-run-store'
import { maximumBytes } from './read-csv'

export type UploadInput = { kind: string; name: string; bytes: Uint8Array; asOf?: Day | undefined }

/** Keeps the file; the worker checks it (`ImportUploaded`). Platform knows no role: the caller brings the decision. */
export async function uploadImport(
  ctx: Context,
  may: Decision,
  kinds: string[],
  input: UploadInput,
): Promise<Result<{ id: string }>> {
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  if (!kinds.includes(input.kind)) return invalidField('kind', 'Choose what the file holds')
  if (input.bytes.length === 0) return invalidField('file', 'Choose a file that is not empty')
  if (input.bytes.length > maximumBytes) return invalidField('file', 'The file must be no larger than 20 MB')
  if (input.asOf !== undefined && !isDay(input.asOf)) return invalidField('asOf', 'Enter a day such as 2025-08-31')
  return transaction(async (tx) => {
    const { kind, bytes, asOf } = input
    const sha256 = sha256Hex(bytes)
    const given = {
      kind,
      fileName: input.name.slice(0, 200),
      sha256,
      byteCount: bytes.length,
      ...(asOf ? { asOf } : {}),
    }
    const id = await insertRun(tx, ctx, { ...given, state: 'uploaded' })
    await insertFile(tx, id, bytes)
    const data = { kind, sha256, bytes: bytes.length }
    await record(tx, ctx, { name: 'ImportUploaded', about: { type: 'ImportRun', id }, to: 'uploaded', data })
    return ok({ id })
  })
}
