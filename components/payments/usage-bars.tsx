import { lastDayOf, monthOf } from '@/lib/payments/charges/month-charge-rules'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import { barsOf, type UsageDay } from '@/lib/payments/usage/usage-view-rules'

const [width, height, left, top] = [640, 200, 70, 10] as const

/** Calls of each day as a bar, what is never priced hatched on top; the table beneath says the same. Drawn on the server. */
export function UsageBars({ days, month }: { days: UsageDay[]; month: string }) {
  const bars = barsOf(days)
  const most = bars.reduce((max, { counted, unpriced }) => Math.max(max, Number(counted + unpriced)), 1)
  const last = Number(lastDayOf(monthOf(month)).slice(8))
  const step = (width - left) / last
  const tall = (calls: bigint) => ((height - top) * Number(calls)) / most
  return (
    <figure className="tw:mx-0 tw:mb-6 tw:break-inside-avoid">
      <svg viewBox={`0 0 ${width} ${height + 30}`} width="100%" role="img" aria-labelledby="usage-title usage-text">
        <title id="usage-title">{`Calls a day in ${monthWords(month)}`}</title>
        <desc id="usage-text">{`${bars.length} days with calls; the most on one day are ${most.toLocaleString('en-GB')}. The table below has each day.`}</desc>
        <defs>
          <pattern id="usage-unpriced" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill="#ffffff" />
            <path d="M0 6 L6 0" stroke="#d5281b" strokeWidth="2" />
          </pattern>
        </defs>
        {[0, most].map((mark) => (
          <g key={mark}>
            <line
              x1={left}
              x2={width}
              y1={height - tall(BigInt(mark))}
              y2={height - tall(BigInt(mark))}
              stroke="#d8dde0"
            />
            <text x={left - 6} y={height - tall(BigInt(mark)) + 5} textAnchor="end" fontSize="14" fill="#4c6272">
              {mark.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {bars.map(({ day, counted, unpriced }) => {
          const x = left + (Number(day.slice(8)) - 1) * step
          const base = height - tall(counted)
          return (
            <g key={day}>
              <rect x={x} y={base} width={step - 2} height={tall(counted)} fill="#005eb8" />
              <rect
                x={x}
                y={base - tall(unpriced)}
                width={step - 2}
                height={tall(unpriced)}
                fill="url(#usage-unpriced)"
                stroke="#d5281b"
                strokeWidth={unpriced > 0n ? 1 : 0}
              />
            </g>
          )
        })}
        {[1, 10, 20, last].map((day) => (
          <text
            key={day}
            x={left + (day - 0.5) * step}
            y={height + 20}
            textAnchor="middle"
            fontSize="14"
            fill="#4c6272"
          >
            {day}
          </text>
        ))}
      </svg>
      <figcaption className="nhsuk-body-s">Solid: charged by the contract. Hatched: never priced.</figcaption>
    </figure>
  )
}
