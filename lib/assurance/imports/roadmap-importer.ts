import type { Day } from '@/lib/platform/days'
import type { Cells, ImporterDeclaration } from '@/lib/platform/imports/importer'
import { isoDayOrNone, required } from '@/lib/platform/imports/row-checks'

type RoadmapRow = {
  id: string
  title: string
  itemVersion: string | null
  concerns: string
  changeType: string | null
  status: string
  publicationOn: Day | null
  effectiveOn: Day | null
  dateNote: string | null
  url: string | null
}

/** Announced changes to standards. TBC and blank are told apart; neither is ever due (IM-01). */
export const roadmapImporter: ImporterDeclaration<null, RoadmapRow> = {
  kind: 'roadmap',
  title: 'Road map of standards',
  source: 'NHS England, Capabilities and Standards wiki',
  formats: [
    {
      name: 'roadmap',
      columns: ['rm_id', 'title', 'standards_and_capabilities', 'status', 'publication_date', 'effective_date'],
      optional: ['item_version', 'change_type', 'source_url'],
    },
  ],
  key: ['rm_id', 'title'],
  check(cells, _refs, remarks) {
    const title = required(cells, 'title', remarks)
    if (cells.rm_id !== '' && !/^RM\d{1,5}$/.test(cells.rm_id!))
      remarks.error('rm_id', 'format', 'an id such as RM284 is expected')
    const publicationOn = isoDayOrNone(cells, 'publication_date', remarks)
    const effectiveOn = isoDayOrNone(cells, 'effective_date', remarks)
    if (title === undefined) return undefined
    const dateNote = noteOf(cells)
    remarks.count(effectiveOn ? 'dated' : dateNote === 'TBC' ? 'to be confirmed' : 'without a date')
    const id = cells.rm_id || slugOf(title)
    if (!cells.rm_id) remarks.warn('rm_id', 'doubtful', `the row has no id; "${id}" is made of its title`)
    return {
      id,
      title,
      itemVersion: cells.item_version || null,
      concerns: cells.standards_and_capabilities!,
      changeType: cells.change_type || null,
      status: cells.status || 'not stated',
      publicationOn,
      effectiveOn,
      dateNote,
      url: cells.source_url || null,
    }
  },
  writes(rows, _refs, remarks) {
    const seen = new Map<string, number>()
    for (const { line, row } of rows) {
      const before = seen.get(row.id)
      if (before) remarks.error(line, 'rm_id', 'duplicate-key', `the same id stands on line ${before}`, row.id)
      seen.set(row.id, line)
    }
    return [
      {
        table: 'RoadmapItem',
        columns: {
          id: 'text',
          title: 'text',
          itemVersion: 'text',
          concerns: 'text',
          changeType: 'text',
          status: 'text',
          publicationOn: 'date',
          effectiveOn: 'date',
          dateNote: 'text',
          url: 'text',
        },
        key: ['id'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
        speaksFor: 'true',
      },
    ]
  },
}

function noteOf(cells: Cells): string | null {
  const value = cells.effective_date!
  if (value === '') return 'not stated'
  return value.toUpperCase() === 'TBC' ? 'TBC' : null
}

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
