import 'server-only'
import { canonicalJson, sha256Hex } from '../canonical-json'
import type { Context } from '../context'
import type { Decision } from '../decision'
import { record } from '../record'
import { ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import { keyFromAddress, type ReferenceKind, type Values } from './correction'
import { changedFields, readValues } from './correction-rules'
import type { CorrectRow } from './correction-schema'
import { findRow, keepCorrection, saveRow } from './correction-store'

/** The fingerprint of a row as somebody saw it: a row has no version of its own. */
export const seenAs = (values: Values): string => sha256Hex(canonicalJson(values)).slice(0, 16)

/** Sets fields of a row of reference data. Each field that changes becomes a correction, which holds against later files. */
export function correctRow(
  ctx: Context,
  may: Decision,
  kind: ReferenceKind,
  input: CorrectRow,
): Promise<Result<{ changed: number }>> {
  return transaction(async (tx) => {
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const row = await findRow(tx, kind, keyFromAddress(input.address), true)
    if (!row) return refuse({ kind: 'not-found' })
    const read = readValues(kind, input.raw)
    if ('problems' in read) return refuse({ kind: 'invalid', fields: read.problems })
    if (seenAs(row.values) !== input.seen) return refuse({ kind: 'stale' })
    const changed = changedFields(kind.fields, row.values, read.values).map(({ name }) => name)
    if (changed.length === 0) return ok({ changed: 0 })
    await saveRow(tx, kind, row.rowKey, Object.fromEntries(changed.map((name) => [name, read.values[name]!])))
    for (const column of changed)
      await keepCorrection(tx, kind.table, {
        rowKey: row.rowKey,
        column,
        value: read.values[column]!,
        was: row.values[column] ?? null,
        reason: input.reason,
        madeById: ctx.actor.userId,
        madeAt: ctx.now,
      })
    const about = { type: kind.table, id: row.rowKey }
    await record(tx, ctx, { name: 'ReferenceCorrected', about, data: { kind: kind.slug, columns: changed } })
    return ok({ changed: changed.length })
  })
}
