import { QualityText } from '@/components/procurement/quality-text'
import { Table } from '@/components/ui/table'
import { weekdaysInWords } from '@/lib/catalogue/service-levels'
import { type Criteria, type Element, elementWords } from '@/lib/procurement/competitions/competition'

type Props = { criteria: Criteria; names: Record<string, string> }

/** What counts, how much, and what is asked for. */
export function CriteriaText({ criteria: { priceWeight, elements, quality }, names }: Props) {
  return (
    <>
      <Table
        caption="What counts"
        columns={[{ heading: 'What' }, { heading: 'Weight', number: true }, { heading: 'What is asked for' }]}
        rows={[
          { key: 'price', cells: ['Price', `${priceWeight}%`, 'The cost of every line over the whole term'] },
          ...elements.map((element) => ({
            key: element.kind,
            cells: [
              elementWords[element.kind],
              `${element.weight}% of the other ${100 - priceWeight}%`,
              <Asked element={element} names={names} key="a" />,
            ],
          })),
        ]}
      />
      {quality ? <QualityText quality={quality} /> : null}
    </>
  )
}

function Asked({ element, names }: { element: Element; names: Record<string, string> }) {
  if (element.kind === 'implementation') return element.text
  if (element.kind === 'interoperability') return element.types.map((type) => names[type] ?? type).join(', ')
  if (element.kind === 'service-levels')
    return `${weekdaysInWords(element.days)}, ${element.from} to ${element.until}, ${element.bankHolidays ? 'bank holidays too' : 'not on bank holidays'}`
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {element.features.map(({ id, text, level, each }) => (
        <li key={id}>
          {level === 'must' ? (each ? 'Must, every module: ' : 'Must: ') : 'Should: '}
          {text}
        </li>
      ))}
    </ul>
  )
}
