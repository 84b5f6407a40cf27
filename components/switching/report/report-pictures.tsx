import { Table } from '@/components/ui/table'
import type { UnsignedReport } from '@/lib/reconciliation/report'
import { gapsOf, spansOf } from '@/lib/switching/reports/month-rules'
import { TwoSides } from './two-sides'

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const spanWords = (span: string): string =>
  span === 'undated'
    ? 'Undated'
    : span.length === 4
      ? span
      : `${monthNames[Number(span.slice(5)) - 1]} ${span.slice(0, 4)}`
const shownGaps = 50

/** Records of each kind on both sides. */
export function TypePicture({ content }: { content: UnsignedReport }) {
  const [source, target] = [content.source.byType, content.target.byType]
  const types = [...new Set([...Object.keys(source), ...Object.keys(target)])]
  const rows = types
    .map((label) => ({ label, source: source[label] ?? 0, target: target[label] ?? 0 }))
    .sort((a, b) => b.source - a.source || (a.label < b.label ? -1 : 1))
  if (rows.length === 0) return <p>The report counts no records.</p>
  return <TwoSides id="types" title="Records by kind" heading="Kind of record" rows={rows} />
}

/** C12 as a picture; an older report does not hold it. */
export function MonthPicture({ months }: Pick<UnsignedReport, 'months'>) {
  if (!months) return <p>This report does not say how many records each month has. A newer checker adds it.</p>
  const { by, spans } = spansOf(months)
  if (spans.length === 0) return <p>No record has a date.</p>
  const gaps = gapsOf(months)
  return (
    <>
      <p>
        Each figure is rounded to 5 before it leaves the practice, so a loss of one or two records may not show here.
      </p>
      <TwoSides
        id="months"
        title={`Records by ${by}`}
        heading={by === 'month' ? 'Month' : 'Year'}
        rows={spans.map(({ span, ...counts }) => ({ label: spanWords(span), ...counts }))}
      />
      {gaps.length === 0 ? (
        <p>In no kind of record and no month do the rounded figures differ.</p>
      ) : (
        <Table
          caption="Months in which the two sides differ, emptied months first"
          columns={[
            { heading: 'Kind of record' },
            { heading: 'Month' },
            { heading: 'Old system', number: true },
            { heading: 'New system', number: true },
          ]}
          rows={gaps.slice(0, shownGaps).map(({ type, span, source, target }) => ({
            key: `${type} ${span}`,
            cells: [type, spanWords(span), source.toLocaleString('en-GB'), target.toLocaleString('en-GB')],
          }))}
        />
      )}
      {gaps.length > shownGaps ? <p>{gaps.length - shownGaps} more such months are not listed.</p> : null}
    </>
  )
}
