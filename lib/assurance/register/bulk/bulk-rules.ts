import { csvRows } from '@/lib/platform/csv-text'
import type { Day } from '@/lib/platform/days'
import { entryNote, type RegisterEntry } from '../register-view'
import { type BulkLine, bulkColumns } from './bulk-line-schema'

/** What the lines say of one register entry; the rest of it need not be derived. */
export type EntryOfLines = Pick<
  RegisterEntry,
  'moduleId' | 'moduleVersionId' | 'name' | 'version' | 'supplier' | 'label' | 'standards'
>

export function linesOf(entry: EntryOfLines): BulkLine[] {
  const { moduleId, moduleVersionId, name, version, supplier, label } = entry
  return entry.standards.flatMap((standard) =>
    standard.requirements.map((line): BulkLine => {
      const newest = line.findings.at(-1)
      return {
        moduleId,
        moduleVersionId,
        module: name,
        version,
        supplier,
        label: label.words,
        standardId: standard.standardId,
        standard: standard.name,
        standardVersion: standard.version,
        requirementId: line.id,
        level: line.level,
        serious: line.serious,
        value: line.value,
        rule: line.rule,
        until: line.until,
        planDueOn: line.plan?.dueOn ?? null,
        waivedUntil: line.decision?.until ?? null,
        findings: line.findings.length,
        foundOn: newest?.on ?? null,
        evidence: newest?.evidence.map((e) => e.sha256) ?? [],
        coverage: line.coverage.level,
      }
    }),
  )
}

/** The file opens, goes on and ends in parts: each line of it is one line of the register. */
export const jsonHead = (asOf: Day): string =>
  `{"schemaVersion":1,"asOf":${JSON.stringify(asOf)},"note":${JSON.stringify(entryNote)},"lines":[`
export const jsonTail = '\n]}\n'
export const jsonPart = (lines: BulkLine[], isFirst: boolean): string =>
  lines.map((line, i) => `${isFirst && i === 0 ? '' : ','}\n${JSON.stringify(line)}`).join('')

export const csvHead = (): string => `\ufeff${csvRows([bulkColumns])}`
/** Formulas are defused by the CSV writer; a missing value is an empty cell. */
export const csvPart = (lines: BulkLine[]): string =>
  csvRows(lines.map((line) => bulkColumns.map((column) => cellOf(line[column]))))

const cellOf = (value: BulkLine[keyof BulkLine]): string =>
  Array.isArray(value) ? value.join(' ') : value === null ? '' : String(value)
