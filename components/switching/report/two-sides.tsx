import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'

export type TwoSidesRow = { label: string; source: number; target: number }

const [width, left, right, rowHeight] = [320, 46, 262, 58]
const figure = (n: number): string => n.toLocaleString('en-GB')

/** Two counts a row, old above new, as bars to one scale and as a table; narrow enough to be read at 320 px. Drawn on the server. */
export function TwoSides({
  id,
  title,
  rows,
  heading,
}: {
  id: string
  title: string
  rows: TwoSidesRow[]
  heading: string
}) {
  const most = Math.max(1, ...rows.flatMap((row) => [row.source, row.target]))
  const to = (n: number) => (n / most) * (right - left)
  return (
    <figure className="tw:mx-0 tw:mb-6">
      <svg
        viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
        style={{ width: '100%', maxWidth: '480px' }}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{summary(rows)}</desc>
        <defs>
          <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="#ffffff" />
            <line x1="0" x2="0" y1="0" y2="6" stroke="#007f3b" strokeWidth="5" />
          </pattern>
        </defs>
        {rows.map(({ label, source, target }, i) => (
          <g key={label} transform={`translate(0 ${i * rowHeight})`} fontSize="12" fill="#212b32">
            <text y="14" fontWeight="bold">
              {source === target ? label : `${label}: differs`}
            </text>
            {(
              [
                ['Old', source, '#005eb8', 20],
                ['New', target, `url(#${id}-hatch)`, 36],
              ] as const
            ).map(([side, count, fill, y]) => (
              <g key={side}>
                <text x="0" y={y + 11}>
                  {side}
                </text>
                <rect x={left} y={y} width={Math.max(to(count), 1)} height="13" fill={fill} stroke="#212b32" />
                <text x={left + to(count) + 5} y={y + 11}>
                  {figure(count)}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="nhsuk-body-s">Filled: the old system. Hatched: the new one.</figcaption>
      <Details summary={`${title}: the figures`}>
        <Table
          caption={title}
          columns={[
            { heading },
            { heading: 'Old system', number: true },
            { heading: 'New system', number: true },
            { heading: 'Difference', number: true },
          ]}
          rows={rows.map(({ label, source, target }) => ({
            key: label,
            cells: [label, figure(source), figure(target), target === source ? 'none' : figure(target - source)],
          }))}
        />
      </Details>
    </figure>
  )
}

function summary(rows: TwoSidesRow[]): string {
  const differing = rows.filter((row) => row.source !== row.target).map((row) => row.label)
  const same = `Two bars for each of ${rows.length} rows.`
  return differing.length === 0 ? `${same} They are equal.` : `${same} They differ in ${differing.join(', ')}.`
}
