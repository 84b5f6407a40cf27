import { ImportHint } from '@/components/insight/import-hint'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { inMixedCase } from '@/lib/insight/practice'
import type { PracticeSearch } from '@/lib/insight/search-practices'

/** What a search found; where the register is not imported, how to import it. */
export function FoundPractices({ search }: { search: PracticeSearch }) {
  const { text, practices, more, imported } = search
  return (
    <>
      {text.length === 1 ? <p>Type at least two letters.</p> : null}
      {text.length > 1 && practices.length === 0 ? (
        <p>No practice has this name, code or postcode. Try a part of the name, or the code alone.</p>
      ) : null}
      {practices.length > 0 ? (
        <Table
          caption={
            more ? `The first ${practices.length} practices; add a word to find fewer` : `${practices.length} found`
          }
          columns={[{ heading: 'Practice' }, { heading: 'Code' }, { heading: 'Postcode' }]}
          rows={practices.map((practice) => ({
            key: practice.code,
            cells: [
              <span key="a">
                <a href={`/systems/${practice.code}`}>{inMixedCase(practice.name)}</a>{' '}
                {practice.demo ? <Tag colour="white">Demonstration</Tag> : null}
                {practice.status === 'dormant' ? <Tag colour="grey">Dormant</Tag> : null}
              </span>,
              practice.code,
              practice.postcode ?? 'not stated',
            ],
          }))}
        />
      ) : null}
      {imported ? null : (
        <ImportHint
          what="All general practices of England"
          kinds={['commissioners', 'commissioner-map', 'practices', 'list-sizes', 'systems']}
        />
      )}
    </>
  )
}
