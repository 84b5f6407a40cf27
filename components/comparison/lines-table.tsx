import { Fragment, type ReactNode } from 'react'
import { Tag, type TagColour } from '@/components/ui/tag'
import type { Cell, ComparisonLine } from '@/lib/comparison/comparison'

type Props = { caption: string; modules: { key: string; head: ReactNode }[]; lines: ComparisonLine[] }
const colours: Record<Cell['tone'], TagColour> = {
  plain: 'white',
  good: 'green',
  caution: 'yellow',
  bad: 'red',
  unknown: 'grey',
}

/** Lines of a comparison in a box that scrolls; a cell is words, with a colour that only repeats them (CMP-2). */
export function LinesTable({ caption, modules, lines }: Props) {
  const sections = [...new Set(lines.map((line) => line.section))]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll-box" aria-label={caption} tabIndex={0}>
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col">What</th>
            {modules.map((m) => (
              <th scope="col" key={m.key}>
                {m.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {sections.map((section) => (
            <Fragment key={section}>
              <tr className="nhsuk-table__row">
                <th scope="rowgroup" className="nhsuk-table__header" colSpan={modules.length + 1}>
                  {section}
                </th>
              </tr>
              {lines.filter((line) => line.section === section).map((line) => lineRow(line, modules))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function lineRow(line: ComparisonLine, modules: Props['modules']) {
  return (
    <tr className="nhsuk-table__row" key={line.key}>
      <th scope="row" className="nhsuk-table__cell">
        {line.label}
      </th>
      {line.cells.map((cell, i) => (
        <td className="nhsuk-table__cell" key={modules[i]!.key}>
          {cell.tone === 'plain' ? cell.words : <Tag colour={colours[cell.tone]}>{cell.words}</Tag>}
        </td>
      ))}
    </tr>
  )
}
