import type { Day } from '../days'
import type { Issue, IssueCode } from './issue'
import type { TableWrite } from './table-write'

/** One layout in which a public file comes. Columns may stand in any order; unknown ones are ignored; a missing one rejects. */
export type FileFormat = {
  name: string
  columns: string[]
  /** Read where they are there. */
  optional?: string[]
  /** The file as published has no header line: so many cells, and where the columns stand (the first is 1). */
  headerless?: { cells: number; positions: Record<string, number> }
  /** The day this publication speaks of, where neither the file nor its name tells it. */
  usualDay?: Day
}

export type Cells = Record<string, string>

/** What a row check may say about its row. Errors reject the file; warnings are acknowledged; counts are only reported. */
export type Remarks = {
  error: (column: string, code: IssueCode, reason: string) => void
  warn: (column: string, code: IssueCode, reason: string) => void
  count: (name: string) => void
}

/** The file as a whole, for checks across rows. `line` is where the remark belongs. */
export type FileRemarks = {
  error: (line: number, column: string, code: IssueCode, reason: string, value?: string) => void
  warn: (line: number, column: string, code: IssueCode, reason: string, value?: string) => void
  count: (name: string, n: number) => void
}

export type CheckedRow<Row> = { line: number; row: Row }

/** A kind of file as a declaration: what it looks like, what a good row is, what it writes. Pure; `Refs` are facts it is given. */
export type ImporterDeclaration<Refs, Row> = {
  kind: string
  /** What the file is, for people: 'GP practices (ODS epraccur)'. */
  title: string
  /** Where it is published and under which licence. */
  source: string
  formats: FileFormat[]
  /** Columns that together may not occur twice, those of every format: a file is held to the ones it has. */
  key: string[]
  /** Which other kind must be imported first, as a sentence, where the references are empty. */
  missing?: (refs: Refs) => string | undefined
  /** The row's facts; undefined where it is only counted, or wrong. */
  check: (cells: Cells, refs: Refs, remarks: Remarks, about: { format: string; asOf: Day | null }) => Row | undefined
  /** Tables to write, the main one first: its rows are what the summary counts. */
  writes: (
    rows: CheckedRow<Row>[],
    refs: Refs,
    remarks: FileRemarks,
    about: { format: string; asOf: Day | null },
  ) => TableWrite[]
}

/** What a check found. `writes` is empty where there are errors. */
export type CheckedFile = {
  format: string
  asOf: Day | null
  total: number
  errors: Issue[]
  warnings: Issue[]
  counts: Record<string, number>
  writes: TableWrite[]
  /** The last row does not end with a line break: harmless, or the file was cut off. */
  openEnd: boolean
}

export type Progress = { read: number; checked: number; written: number; total: number }
export type ReportProgress = (progress: Progress) => void | Promise<void>
