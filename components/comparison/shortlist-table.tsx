import { NarrowedList } from '@/components/ui/narrowed-list'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type ShortlistState, type ShortlistSummary, shortlistStateWords } from '@/lib/comparison/shortlist'
import { narrow } from '@/lib/platform/narrow-list'

/** Live or archived, in a word. */
export function ShortlistTag({ state }: { state: ShortlistState }) {
  return <Tag colour={state === 'live' ? 'green' : 'grey'}>{shortlistStateWords[state]}</Tag>
}

const states = Object.entries(shortlistStateWords).map(([value, text]) => ({ value, text }))
const textOf = ({ name, description }: ShortlistSummary) => `${name} ${description ?? ''}`

/** The shortlists of the reader's organisations that answer what the address asks. */
export function ShortlistTable({ shortlists, asked }: { shortlists: ShortlistSummary[]; asked: unknown }) {
  if (shortlists.length === 0)
    return (
      <p>
        There is no shortlist yet. <a href="/modules">Find a module</a>, then put it on one.
      </p>
    )
  const found = narrow(shortlists, asked, { textOf, stateOf: ({ state }) => state })
  const hint = 'A part of the name, or of what it is for'
  return (
    <NarrowedList path="/shortlists" found={found} noun={['shortlist', 'shortlists']} hint={hint} states={states}>
      <Table
        caption="Shortlists of your organisation"
        columns={[{ heading: 'Name' }, { heading: 'For' }, { heading: 'Modules', number: true }, { heading: 'State' }]}
        rows={found.rows.map((s) => ({
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
    </NarrowedList>
  )
}
