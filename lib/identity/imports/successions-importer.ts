import { type Day, dayWords, isDay } from '@/lib/platform/days'
import type { ImporterDeclaration, Remarks } from '@/lib/platform/imports/importer'
import { matching, required } from '@/lib/platform/imports/row-checks'
import { isCircle, isClosedOn } from '../succession-rules'

type Known = { id: string; name: string; status: string; closedOn: Day | null }
/** Practices by code, and what is entered already: by code of the practice, the code of its successor and its first day. */
export type SuccessionRefs = {
  practices: Map<string, Known>
  entered: Map<string, { successor: string; succeedsOn: Day }>
}
type Row = { code: string; successor: string; practiceId: string; successorId: string; succeedsOn: Day; source: string }

const codeColumns = ['code', 'successor_code'] as const

/**
 * Which practice stands where another stood, from which day (C5). What is entered stays: the same again has no effect, and
 * another successor, or another day, for a practice that has one is an error. Who imported it, and when, the run says.
 */
export const successionsImporter: ImporterDeclaration<SuccessionRefs, Row> = {
  kind: 'successions',
  title: 'Practices that succeed others (old code, new code, day)',
  source: 'NHS England, Organisation Data Service',
  formats: [{ name: 'successions', columns: ['code', 'successor_code', 'succeeds_on'], optional: ['source'] }],
  key: ['code'],
  missing: (refs) => (refs.practices.size === 0 ? 'no practices are loaded: import kind "practices" first' : undefined),
  check(cells, refs, remarks, { asOf }) {
    const [code, successor] = codeColumns.map((column) =>
      matching(cells, column, /^[A-Z0-9]{3,10}$/, 'a code of letters and digits', remarks),
    )
    const succeedsOn = dayIn(cells.succeeds_on ?? '', remarks, required(cells, 'succeeds_on', remarks))
    if (code === undefined || successor === undefined || succeedsOn === undefined) return undefined
    const [practice, next] = [refs.practices.get(code), refs.practices.get(successor)]
    if (!practice) remarks.error('code', 'unknown-reference', 'no practice with this code is known')
    if (!next) remarks.error('successor_code', 'unknown-reference', 'no practice with this code is known')
    if (!practice || !next) return undefined
    if (code === successor) remarks.error('successor_code', 'out-of-range', 'a practice cannot succeed itself')
    const before = refs.entered.get(code)
    if (before && (before.successor !== successor || before.succeedsOn !== succeedsOn))
      remarks.error(
        'successor_code',
        'differs',
        `${practice.name} is succeeded by ${before.successor} from ${dayWords(before.succeedsOn)} already, and that stays`,
      )
    if (!before && isClosedOn(next, succeedsOn))
      remarks.error('successor_code', 'out-of-range', `${next.name} is closed itself on that day`)
    remarks.count(before ? 'entered already' : 'new successions')
    const source = cells.source || `File of successions${asOf ? ` of ${dayWords(asOf)}` : ''}`
    return { code, successor, practiceId: practice.id, successorId: next.id, succeedsOn, source }
  },
  writes(rows, refs, remarks) {
    const successorOf = new Map([...refs.entered].map(([code, { successor }]) => [code, successor]))
    for (const { row } of rows) successorOf.set(row.code, row.successor)
    for (const { line, row } of rows)
      if (isCircle(successorOf, row.code))
        remarks.error(line, 'successor_code', 'out-of-range', 'the successors come round in a circle', row.successor)
    return [
      {
        table: 'PracticeSuccession',
        columns: { practiceId: 'uuid', successorId: 'uuid', succeedsOn: 'date', source: 'text' },
        key: ['practiceId'],
        untold: ['source'],
        mode: 'insert',
        rows: rows.map(({ line, row: { code: _, successor: __, ...values } }) => ({ lines: [line], values })),
      },
    ]
  },
}

/** `YYYY-MM-DD`, or `YYYYMMDD` as ODS writes it. */
function dayIn(text: string, remarks: Remarks, given: string | undefined): Day | undefined {
  if (given === undefined) return undefined
  const day = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
  if (isDay(day)) return day
  remarks.error('succeeds_on', 'format', 'a day as YYYY-MM-DD or YYYYMMDD is expected')
  return undefined
}
