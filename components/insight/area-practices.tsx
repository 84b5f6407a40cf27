import { Table } from '@/components/ui/table'
import { systemName } from '@/lib/insight/market'
import { count } from '@/lib/insight/market-words'
import { type AreaPractice, inMixedCase } from '@/lib/insight/practice'
import { ImportHint } from './import-hint'

/** The practices of an area by name; where none is imported, how to get them. */
export function AreaPractices({ practices }: { practices: AreaPractice[] }) {
  if (practices.length === 0)
    return (
      <ImportHint
        what="The practices of this area"
        kinds={['commissioners', 'commissioner-map', 'practices', 'list-sizes', 'systems']}
      />
    )
  return (
    <Table
      caption={`${count(practices.length)} practices`}
      columns={[
        { heading: 'Practice' },
        { heading: 'System' },
        { heading: 'In 2019' },
        { heading: 'Patients', number: true },
      ]}
      rows={practices.map((practice) => ({
        key: practice.code,
        cells: [
          <a href={`/systems/${practice.code}`} key="a">
            {inMixedCase(practice.name)}
          </a>,
          practice.principal ? systemName(practice.principal) : 'two named, unresolved',
          practice.formerly ? systemName(practice.formerly) : 'not listed',
          practice.patients === null ? 'no list published' : count(practice.patients),
        ],
      }))}
    />
  )
}
