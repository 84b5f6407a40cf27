import { type SystemCounts, systemName } from '@/lib/insight/market'
import type { RankedArea } from '@/lib/insight/market-filter'
import { decimal, type Ratio, systemsOf } from '@/lib/insight/market-rules'
import { systemColour } from './system-colours'

const width = 960
const height = 300
const left = 66
const top = 12

/**
 * The areas as bars in the order of the list beneath, which says the same in words: height is concentration, colour the
 * system that leads. Drawn on the server.
 */
export function RankedPlot({
  rows,
  weight,
  england,
}: {
  rows: RankedArea[]
  weight: 'practices' | 'patients'
  /** The index of England by the same weight; undefined where nothing is counted. */
  england: Ratio | undefined
}) {
  const national = england && Number(decimal(england, 1))
  const step = (width - left) / Math.max(rows.length, 1)
  const y = (hhi: number) => top + (height - top) * (1 - hhi / 10_000)
  const leaders = systemsOf(...rows.map(({ area }) => lead(area[weight])))
  return (
    <figure className="tw:mx-0 tw:mb-6">
      <svg viewBox={`0 0 ${width} ${height + 28}`} role="img" aria-labelledby="plot-title plot-text">
        <title id="plot-title">{`Concentration in ${rows.length} areas`}</title>
        <desc id="plot-text">{`A bar for each area, in the order of the table below: the taller, the fewer suppliers.${national ? ` England as a whole stands at ${national.toLocaleString('en-GB')}.` : ''}`}</desc>
        {[0, 2_500, 5_000, 7_500, 10_000].map((mark) => (
          <g key={mark}>
            <line x1={left} x2={width} y1={y(mark)} y2={y(mark)} stroke="#d8dde0" />
            <text x={left - 8} y={y(mark) + 5} textAnchor="end" fontSize="15" fill="#4c6272">
              {mark.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {rows.map(({ area, hhi }, i) => {
          const value = Number(decimal(hhi, 1))
          const fill = systemColour(systemsOf(area[weight])[0] ?? '')
          const bar = { x: left + i * step, y: y(value), width: Math.max(step - 1.5, 1), height: y(0) - y(value) }
          return (
            <rect key={area.code} {...bar} fill={fill}>
              <title>{`${area.name}: ${value.toLocaleString('en-GB')}`}</title>
            </rect>
          )
        })}
        {national ? <EnglandLine y={y(national)} /> : null}
      </svg>
      <figcaption className="nhsuk-body-s">
        Leading system of the area:{' '}
        {leaders.map((system) => (
          <span key={system} className="tw:mr-4 tw:inline-block">
            <svg width="14" height="14" aria-hidden="true" focusable="false">
              <rect width="14" height="14" fill={systemColour(system)} />
            </svg>{' '}
            {systemName(system)}{' '}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function EnglandLine({ y }: { y: number }) {
  return (
    <>
      <line x1={left} x2={width} y1={y} y2={y} stroke="#212b32" strokeWidth="2" strokeDasharray="8 5" />
      <text x={width} y={height + 22} textAnchor="end" fontSize="15" fill="#212b32">
        Dashed line: England as a whole
      </text>
    </>
  )
}

function lead(counts: SystemCounts): SystemCounts {
  const first = systemsOf(counts)[0]
  return first ? { [first]: 1 } : {}
}
