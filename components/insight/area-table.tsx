import { Table } from '@/components/ui/table'
import { systemName, type Weight } from '@/lib/insight/market'
import type { RankedArea } from '@/lib/insight/market-filter'
import { movedOf, shareOf, systemsOf, total } from '@/lib/insight/market-rules'
import { count, index, percent } from '@/lib/insight/market-words'

/** The areas of the plot, in its order. */
export function AreaTable({ rows, weight }: { rows: RankedArea[]; weight: Weight }) {
  return (
    <Table
      caption={`${count(rows.length)} areas, by ${weight === 'patients' ? 'registered patients' : 'practices'}`}
      columns={[
        { heading: 'Area' },
        { heading: weight === 'patients' ? 'Patients' : 'Practices', number: true },
        { heading: 'Leading system' },
        { heading: 'Its share', number: true },
        { heading: 'HHI', number: true },
        { heading: 'Switched', number: true },
      ]}
      rows={rows.map(({ area, hhi }) => {
        const leader = systemsOf(area[weight])[0]
        const { moved, of } = movedOf(area.moves)
        return {
          key: area.code,
          cells: [
            <a href={`/market/${area.code}`} key="a">
              {area.name}
            </a>,
            count(total(area[weight])),
            leader ? systemName(leader) : 'unknown',
            percent(leader ? shareOf(area[weight], leader) : undefined),
            index(hhi),
            of > 0 ? `${count(moved)} of ${count(of)}` : 'not known',
          ],
        }
      })}
    />
  )
}
