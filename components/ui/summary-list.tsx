import type { ReactNode } from 'react'

/** Facts of one thing, a line each: what it is called, what it is. */
export function SummaryList({ rows }: { rows: { key: string; value: ReactNode; action?: ReactNode }[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row) => (
        <div className="nhsuk-summary-list__row" key={row.key}>
          <dt className="nhsuk-summary-list__key">{row.key}</dt>
          <dd className="nhsuk-summary-list__value">{row.value}</dd>
          {row.action ? <dd className="nhsuk-summary-list__actions">{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
