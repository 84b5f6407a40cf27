import type { Context } from '../context'
import type { Tx } from '../db'
import { next } from '../machine'
import { record } from '../record'
import { ok, type Result, refuse } from '../refusal'
import type { ImportCommand, ImportRun } from './import-run'
import { importRunMachine } from './import-run-machine'
import { moveRun, type RunFacts } from './import-run-store'

/** Moves a run along an edge of its machine and records the edge's event: one act, for every command of an import. */
export async function moveImport(
  tx: Tx,
  ctx: Context,
  run: ImportRun,
  command: ImportCommand,
  facts: Partial<RunFacts> = {},
): Promise<Result<ImportRun>> {
  const edge = next(importRunMachine, run.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: run.state, command })
  if (!(await moveRun(tx, run, edge.to, facts))) return refuse({ kind: 'stale' })
  const data = { kind: run.kind, sha256: run.sha256, ...figures(facts) }
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'ImportRun', id: run.id },
    from: run.state,
    to: edge.to,
    data,
  })
  return ok({ ...run, state: edge.to, version: run.version + 1 })
}

function figures({ total, newRows, changedRows, unchangedRows, absentRows, errors, warnings }: Partial<RunFacts>) {
  return { total, newRows, changedRows, unchangedRows, absentRows, errors, warnings }
}
