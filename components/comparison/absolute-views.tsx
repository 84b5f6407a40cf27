import { AbsolutePicture } from '@/components/comparison/absolute-picture'
import { Table } from '@/components/ui/table'
import { type AbsoluteView, type ViewLine, viewWords } from '@/lib/comparison/scoring/absolute-words'
import { poundsWords } from '@/lib/platform/money'

type Props = {
  id: string
  view: AbsoluteView
  /** Price bands of COM-7 by option, where they stand beside the views. */
  bands?: Record<string, number>
}

/** Three views in which an option is judged by its own figures, whoever else is listed (ABS-1 to ABS-3): picture and table. */
export function AbsoluteViews({ id, view, bands }: Props) {
  const { lines, hasPoints, hasValues, floor } = view
  return (
    <>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          {viewWords.threshold}: every must is met
          {floor === null ? '' : ` and the quality is ${floor} or more`}; then the lowest whole-life cost.
        </li>
        <li>
          {viewWords['per-point']}: whole-life cost divided by points.{' '}
          {hasPoints ? '' : 'Nobody has scored the quality, so this view is empty.'}
        </li>
        <li>
          {viewWords['in-pounds']}: whole-life cost less what the quality is worth in pounds.{' '}
          {hasValues ? '' : 'No values were set, so this view is empty.'}
        </li>
      </ul>
      {view.unknown.length > 0 ? (
        <p>
          Whole-life cost is licence, one-off, leaving and overlap. Not known here, and not counted:{' '}
          {view.unknown.join(', and ')}.
        </p>
      ) : null}
      <AbsolutePicture id={id} view={view} />
      <Table
        caption="Three views in figures"
        columns={[
          { heading: 'Option' },
          { heading: 'Whole-life cost', number: true },
          { heading: 'Quality', number: true },
          ...(bands ? [{ heading: 'Price band', number: true }] : []),
          { heading: viewWords.threshold },
          ...(hasPoints ? [{ heading: viewWords['per-point'] }] : []),
          ...(hasValues ? [{ heading: viewWords['in-pounds'] }] : []),
          { heading: 'Beaten outright' },
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            line.beaten ? (
              <span className="muted" key="n">
                {line.name}
              </span>
            ) : (
              line.name
            ),
            poundsWords(line.costPence),
            line.points,
            ...(bands ? [bands[line.id] ?? 'None'] : []),
            <Place line={line} view="threshold" key="t" />,
            ...(hasPoints ? [<Place line={line} view="per-point" key="p" />] : []),
            ...(hasValues ? [<Place line={line} view="in-pounds" key="v" />] : []),
            line.beaten ?? 'No',
          ],
        }))}
      />
    </>
  )
}

function Place({ line, view }: { line: ViewLine; view: keyof typeof viewWords }) {
  const figure = { threshold: null, 'per-point': line.perPoint, 'in-pounds': line.adjusted }[view]
  return (
    <>
      {line.isFirst[view] ? <strong>{line.places[view]}</strong> : line.places[view]}
      {figure === null ? null : <span className="tw:block">{figure}</span>}
    </>
  )
}
