import 'server-only'
import type { Context } from '../context'
import type { Decision } from '../decision'
import { record } from '../record'
import { invalidField, ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import { addressOf, type ReferenceKind, rowKeyOf, type Values } from './correction'
import { keyProblems, readValues } from './correction-rules'
import type { AddRow } from './correction-schema'
import { findBrokenReference, insertRow, keepCorrection } from './correction-store'

/** Adds a row that no file brought. It is the curator’s own: a later file that does not hold it marks nothing. */
export function addRow(
  ctx: Context,
  may: Decision,
  kind: ReferenceKind,
  { raw, reason }: AddRow,
): Promise<Result<{ address: string }>> {
  return transaction(async (tx) => {
    if (!may.allowed || !kind.mayAdd)
      return refuse({ kind: 'forbidden', because: may.allowed ? 'These rows come by import only' : may.because })
    const read = readValues(kind, raw)
    const problems = { ...keyProblems(kind, raw), ...('problems' in read ? read.problems : {}) }
    if (!('values' in read) || Object.keys(problems).length > 0) return refuse({ kind: 'invalid', fields: problems })
    const key: Values = Object.fromEntries(kind.key.map(({ name }) => [name, raw[name]!.trim()]))
    const values = { ...key, ...read.values, ...kind.fixed }
    const broken = await findBrokenReference(tx, kind, key)
    if (broken) return invalidField(broken, 'Nothing with this id is there')
    if (!(await insertRow(tx, kind, values))) return invalidField(kind.key[0]!.name, 'This id is taken already')
    const rowKey = rowKeyOf(kind, key)
    const made = { value: { ...key, ...read.values }, was: null, reason, madeById: ctx.actor.userId, madeAt: ctx.now }
    await keepCorrection(tx, kind.table, { rowKey, column: '*', ...made })
    await record(tx, ctx, {
      name: 'ReferenceAdded',
      about: { type: kind.table, id: rowKey },
      data: { kind: kind.slug },
    })
    return ok({ address: addressOf(rowKey) })
  })
}
