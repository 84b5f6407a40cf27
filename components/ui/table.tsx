import type { ReactNode } from 'react'

export type Column = { heading: ReactNode; number?: boolean }

/**
 * A table that scrolls in its own box on a narrow screen. The first cell of a row heads it. Cells are never blank: say
 * "not stated" or "none".
 */
export function Table({
  caption,
  columns,
  rows,
  hideCaption,
}: {
  caption: string
  columns: Column[]
  rows: { key: string; cells: ReactNode[] }[]
  hideCaption?: boolean
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll-box" aria-label={caption} tabIndex={0}>
      <table className="nhsuk-table">
        <caption className={hideCaption ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption'}>
          <span className="scroll-box__caption">{caption}</span>
        </caption>
        <thead className="nhsuk-table__head">
          <tr>
            {columns.map((column, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
              <th scope="col" key={i} className={column.number ? 'number' : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map((row) => (
            <tr className="nhsuk-table__row" key={row.key}>
              {row.cells.map((cell, i) => cellOf(cell, i, columns[i]?.number ?? false))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellOf(cell: ReactNode, i: number, number: boolean) {
  const look = `nhsuk-table__cell${number ? ' number' : ''}`
  if (i > 0)
    return (
      <td className={look} key={i}>
        {cell}
      </td>
    )
  return (
    <th scope="row" className={`nhsuk-table__header ${look}`} key={i}>
      {cell}
    </th>
  )
}
