import { scaleLinear } from 'd3-scale'
import { line as lineThrough } from 'd3-shape'
import { marksUpTo, type PlotPiece, type PlotPoint } from '@/lib/catalogue/prices/plot-rules'

export type PlotLine = { key: string; name: string; pieces: PlotPiece[] }
type Props = {
  id: string
  title: string
  text: string
  units: string
  end: bigint
  lines: PlotLine[]
  own: number | null
}

type Scales = { x: (point: PlotPoint) => number; y: (point: PlotPoint) => number }
const [width, height, left, top, right] = [400, 230, 62, 14, 24]
/** Told apart by colour and by dashes; each reaches 3:1 on the page's grey. */
const looks = [
  ['#005eb8', ''],
  ['#b00020', '8 4'],
  ['#007f3b', '2 3'],
  ['#330072', '10 3 2 3'],
  ['#8a4b00', '14 4'],
  ['#00626a', '5 5'],
  ['#ae2573', '1 4'],
  ['#212b32', '12 3 2 3 2 3'],
] as const

/** Prices against a quantity, drawn on the server; every number of it stands in a table beside it. */
export function PricePlot({ id, title, text, units, end, lines, own }: Props) {
  const most = lines.flatMap((line) => line.pieces.flat()).reduce((m, p) => (p.pence > m ? p.pence : m), 100n)
  const across = marksUpTo(end).filter((mark) => mark <= end)
  const up = marksUpTo((most + 99n) / 100n)
  // Numbers of d3 are for drawing alone: what is read stands in the table, in exact pence.
  const x = scaleLinear([0, Number(end)], [left, width - right])
  const y = scaleLinear([0, Number(up.at(-1)! * 100n)], [height, top])
  const scales: Scales = { x: (point) => x(Number(point.quantity)), y: (point) => y(Number(point.pence)) }
  return (
    <figure className="tw:mx-0 tw:mb-6 tw:max-w-2xl">
      <svg viewBox={`0 0 ${width} ${height + 42}`} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{text}</desc>
        {up.map((pounds) => (
          <g key={pounds.toString()}>
            <line
              x1={left}
              x2={width - right}
              y1={y(Number(pounds * 100n))}
              y2={y(Number(pounds * 100n))}
              stroke="#aeb7bd"
            />
            <text x={left - 6} y={y(Number(pounds * 100n)) + 4} textAnchor="end" fontSize="12" fill="#212b32">
              £{pounds.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {across.map((mark) => (
          <text
            key={mark.toString()}
            x={x(Number(mark))}
            y={height + 17}
            textAnchor="middle"
            fontSize="12"
            fill="#212b32"
          >
            {mark.toLocaleString('en-GB')}
          </text>
        ))}
        <text x={width - right} y={height + 36} textAnchor="end" fontSize="12" fill="#212b32">
          {units}
        </text>
        {own === null ? null : <OwnSize at={x(own)} own={own} />}
        {lines.flatMap((line, i) =>
          line.pieces.map((piece) => drawn(piece, looks[i % looks.length]!, line.key, scales)),
        )}
      </svg>
      {lines.length > 1 ? <Legend lines={lines} /> : null}
    </figure>
  )
}

function drawn(piece: PlotPiece, [colour, dashes]: (typeof looks)[number], line: string, { x, y }: Scales) {
  return (
    <g key={`${line} ${piece[0].quantity}`}>
      <path
        d={lineThrough(x, y)(piece) ?? ''}
        stroke={colour}
        strokeWidth="3"
        {...(dashes ? { strokeDasharray: dashes } : {})}
      />
      {piece.map((point, end) => (
        <circle key={end === 0 ? 'from' : 'to'} cx={x(point)} cy={y(point)} r="3.5" fill={colour} />
      ))}
    </g>
  )
}

function OwnSize({ at, own }: { at: number; own: number }) {
  return (
    <>
      <line x1={at} x2={at} y1={top} y2={height} stroke="#4c6272" strokeWidth="2" strokeDasharray="4 4" />
      <text x={left} y={height + 36} fontSize="12" fill="#212b32">
        Dashed: {own.toLocaleString('en-GB')}
      </text>
    </>
  )
}

function Legend({ lines }: { lines: PlotLine[] }) {
  return (
    <figcaption className="nhsuk-body-s">
      {lines.map((line, i) => (
        <span key={line.key} className="tw:mr-4 tw:inline-block">
          <svg width="36" height="12" aria-hidden="true" focusable="false">
            <path
              d="M0 6H36"
              stroke={looks[i % looks.length]![0]}
              strokeWidth="4"
              strokeDasharray={looks[i % looks.length]![1] || undefined}
            />
          </svg>{' '}
          {line.name}{' '}
        </span>
      ))}
    </figcaption>
  )
}
