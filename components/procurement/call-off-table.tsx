import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { poundsWords } from '@/lib/platform/money'
import { type CallOff, callOffLabels } from '@/lib/procurement/call-offs/call-off'

type Line = Pick<CallOff, 'id' | 'number' | 'moduleName' | 'state' | 'totalPence'>

/** The call-offs that the reader may see. */
export function CallOffTable({ callOffs }: { callOffs: Line[] }) {
  if (callOffs.length === 0)
    return <p>There is no call-off for you to see. A practice drafts one from a decided project.</p>
  return (
    <Table
      caption="Your call-offs"
      hideCaption
      columns={[
        { heading: 'Number' },
        { heading: 'Module' },
        { heading: 'State' },
        { heading: 'Whole term', number: true },
      ]}
      rows={callOffs.map((c) => ({
        key: c.id,
        cells: [
          <a href={`/call-offs/${c.id}`} key="n">
            {c.number}
          </a>,
          c.moduleName,
          <Tag colour={callOffLabels[c.state].colour} key="s">
            {callOffLabels[c.state].words}
          </Tag>,
          poundsWords(c.totalPence),
        ],
      }))}
    />
  )
}
