import type { Tx } from '../db'
import type { ReportProgress } from './importer'
import { countRows, type ImportCounts, keyOf, type RowStatus, type TableWrite, type WriteRow } from './table-write'
import { absentStatement, applyStatement, markAbsentStatement, planStatement } from './write-statements'

const chunkRows = 2_000

export type WritePlan = {
  counts: ImportCounts
  /** New and changed rows of each table, in the order in which they are written. */
  pending: { write: TableWrite; rows: WriteRow[] }[]
  /** Rows that would be marked absent, over all tables. */
  unmarked: number
}

/** Compares the file with the database: what is new, changed, unchanged, absent (IMP-3). Writes nothing. */
export async function planWrites(tx: Tx, writes: TableWrite[]): Promise<WritePlan> {
  const statuses: Map<string, RowStatus>[] = []
  const absences: { absent: number; unmarked: number }[] = []
  for (const write of writes) {
    statuses.push(await statusesOf(tx, write))
    absences.push(await absenceOf(tx, write))
  }
  const pending = writes.map((write, i) => ({
    write,
    rows: write.rows.filter((row) => wanted(write, statuses[i]!.get(keyOf(write, row.values)))),
  }))
  return {
    counts: { ...countRows(writes, statuses), absent: absences[0]?.absent ?? 0 },
    pending: [...pending.filter(({ write }) => write.first), ...pending.filter(({ write }) => !write.first)],
    unmarked: absences.reduce((sum, { unmarked }) => sum + unmarked, 0),
  }
}

/** Whether anything would be written at all: the same bytes again write nothing and record nothing (IMP-5). */
export const isEmptyPlan = (plan: WritePlan): boolean =>
  plan.unmarked === 0 && plan.pending.every(({ rows }) => rows.length === 0)

/** Writes what the plan found, in bulk. */
export async function applyWrites(tx: Tx, plan: WritePlan, report: ReportProgress): Promise<void> {
  const total = plan.pending.reduce((sum, { rows }) => sum + rows.length, 0)
  let written = 0
  for (const { write, rows } of plan.pending) {
    for (const chunk of chunks(rows)) {
      await tx.$executeRawUnsafe(applyStatement(write), recordset(write, chunk))
      written += chunk.length
      await report({ read: total, checked: total, written, total })
    }
  }
  for (const { write } of plan.pending)
    if (write.speaksFor !== undefined)
      await tx.$executeRawUnsafe(markAbsentStatement(write), recordset(write, write.rows))
}

/** An `insert` never changes a row; an `update` never makes one. */
function wanted(write: TableWrite, status: RowStatus | undefined): boolean {
  if (write.mode === 'insert') return status === 'new'
  return write.mode === 'update' ? status === 'changed' : status !== undefined
}

async function statusesOf(tx: Tx, write: TableWrite): Promise<Map<string, RowStatus>> {
  const found = new Map<string, RowStatus>()
  for (const chunk of chunks(write.rows)) {
    const rows = await tx.$queryRawUnsafe<{ key: string; status: RowStatus }[]>(
      planStatement(write),
      recordset(write, chunk),
    )
    for (const { key, status } of rows) if (wanted(write, status)) found.set(key, status)
  }
  return found
}

async function absenceOf(tx: Tx, write: TableWrite): Promise<{ absent: number; unmarked: number }> {
  if (write.speaksFor === undefined) return { absent: 0, unmarked: 0 }
  const rows = await tx.$queryRawUnsafe<{ absent: number; unmarked: number }[]>(
    absentStatement(write),
    recordset(write, write.rows),
  )
  return rows[0]!
}

function recordset(write: TableWrite, rows: WriteRow[]): string {
  const back = write.speaksFor === undefined ? {} : { absent: false }
  return JSON.stringify(rows.map(({ values }) => ({ ...values, ...back })))
}

function chunks(rows: WriteRow[]): WriteRow[][] {
  return Array.from({ length: Math.ceil(rows.length / chunkRows) }, (_, i) =>
    rows.slice(i * chunkRows, (i + 1) * chunkRows),
  )
}
