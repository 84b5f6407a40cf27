import { groupBy } from '@/lib/platform/group-by'
import type { CheckedRow, FileRemarks, ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching, oneOf, required } from '@/lib/platform/imports/row-checks'
import type { TableWrite } from '@/lib/platform/imports/table-write'

type EpicRow = {
  id: string
  capabilityId: string
  title: string
  level: string
  active: boolean
  supplierDefined: boolean
}

const yesNo = { true: 'yes', false: 'no' } as const
const epicId = /^(C\d{1,2}E\d{1,2}|E\d{5,6}|S\d{5}|S\d{3}X\d{2}E\d{2})$/

/** Epics and their links to capabilities. MUST or MAY stands on the link (CAP-1), never MUST on a supplier's own (IMP-11). */
export const epicsImporter: ImporterDeclaration<{ capabilities: Set<string> }, EpicRow> = {
  kind: 'epics',
  title: 'Epics of each capability',
  source: 'NHS Buying Catalogue, Capabilities and Standards model, October 2024',
  formats: [{ name: 'epics', columns: ['id', 'capability_id', 'name', 'compliancy', 'active', 'supplier_defined'] }],
  key: ['id', 'capability_id'],
  missing: (refs) =>
    refs.capabilities.size === 0 ? 'no capabilities are loaded: import kind "capabilities" first' : undefined,
  check(cells, refs, remarks) {
    const id = matching(cells, 'id', epicId, 'an epic id such as E00109, C10E1 or S00001', remarks)
    const number = matching(cells, 'capability_id', /^C?\d{1,2}$/, 'the number of a capability', remarks)
    const title = required(cells, 'name', remarks)
    const level = oneOf(cells, 'compliancy', { MUST: 'MUST', MAY: 'MAY' }, remarks)
    const active = oneOf(cells, 'active', yesNo, remarks)
    const supplierDefined = oneOf(cells, 'supplier_defined', yesNo, remarks)
    if (!id || !number || !title || !level || !active || !supplierDefined) return undefined
    const capabilityId = `C${number.replace('C', '')}`
    if (!refs.capabilities.has(capabilityId))
      remarks.error('capability_id', 'unknown-reference', 'no capability with this number is loaded')
    if (level === 'MUST' && supplierDefined === 'yes')
      remarks.error('compliancy', 'out-of-range', "a supplier's own epic is always MAY")
    remarks.count(level)
    return { id, capabilityId, title, level, active: active === 'yes', supplierDefined: supplierDefined === 'yes' }
  },
  writes(rows, _refs, remarks) {
    const groups = groupBy(rows, ({ row }) => row.id)
    for (const group of groups.values()) sameEverywhere(group, remarks)
    const epics = [...groups.values()]
    remarks.count('epics', groups.size)
    remarks.count('supplier-defined', epics.filter((group) => group[0]!.row.supplierDefined).length)
    const writes: TableWrite[] = [
      {
        table: 'CapabilityEpic',
        columns: { capabilityId: 'text', epicId: 'text', level: 'text' },
        key: ['capabilityId', 'epicId'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => ({
          lines: [line],
          values: { capabilityId: row.capabilityId, epicId: row.id, level: row.level },
        })),
        speaksFor: 'true',
      },
      {
        table: 'Epic',
        columns: { id: 'text', title: 'text', active: 'boolean', supplierDefined: 'boolean' },
        key: ['id'],
        mode: 'upsert',
        first: true,
        rows: epics.map((group) => {
          const { id, title, active, supplierDefined } = group[0]!.row
          return { lines: group.map(({ line }) => line), values: { id, title, active, supplierDefined } }
        }),
        speaksFor: 'true',
      },
    ]
    return writes
  },
}

/** An epic stands once for each capability; what it says of itself may not differ from row to row. */
function sameEverywhere(group: CheckedRow<EpicRow>[], remarks: FileRemarks): void {
  const { row: first, line } = group[0]!
  for (const { line: other, row } of group.slice(1))
    if (row.title !== first.title || row.active !== first.active || row.supplierDefined !== first.supplierDefined)
      remarks.error(other, 'id', 'format', `the epic stands differently on line ${line}`, row.id)
}
