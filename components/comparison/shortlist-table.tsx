import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type ShortlistState, type ShortlistSummary, shortlistStateWords } from '@/lib/comparison/shortlist'

/** Live or archived, in a word. */
export function ShortlistTag({ state }: { state: ShortlistState }) {
  return <Tag colour={state === 'live' ? 'green' : 'grey'}>{shortlistStateWords[state]}</Tag>
}

/** The shortlists of the reader's organisations. */
export function ShortlistTable({ shortlists }: { shortlists: ShortlistSummary[] }) {
  if (shortlists.length === 0)
    return (
      <p>
        There is no shortlist yet. <a href="/modules">Find a module</a>, then put it on one.
      </p>
    )
  return (
    <Table
      caption="Shortlists of your organisation"
      columns={[{ heading: 'Name' }, { heading: 'For' }, { heading: 'Modules', number: true }, { heading: 'State' }]}
      rows={shortlists.map((s) => ({
        key: s.id,
        cells: [
          <a href={`/shortlists/${s.id}`} key="name">
            {s.name}
          </a>,
          s.description ?? 'Not stated',
          s.size,
          <ShortlistTag state={s.state} key="state" />,
        ],
      }))}
    />
  )
}
