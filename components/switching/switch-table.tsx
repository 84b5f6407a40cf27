import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { SwitchLine } from '@/lib/switching/list-switches'
import { switchStateColours, switchStateLabels } from '@/lib/switching/switch'

/** The switches of the reader's organisations, and what each waits for. */
export function SwitchTable({ switches }: { switches: SwitchLine[] }) {
  if (switches.length === 0)
    return <p>There is no switch yet. A practice manager opens one from the page of a contract.</p>
  return (
    <Table
      caption="Switches, the newest first"
      hideCaption
      columns={[
        { heading: 'Practice' },
        { heading: 'From' },
        { heading: 'To' },
        { heading: 'State' },
        { heading: 'Waits for' },
        { heading: 'Opened' },
      ]}
      rows={switches.map((s) => ({
        key: s.id,
        cells: [
          <a href={`/switches/${s.id}`} key="link">
            {s.practice}
          </a>,
          s.losing,
          s.gaining,
          <Tag colour={switchStateColours[s.state]} key="tag">
            {switchStateLabels[s.state]}
          </Tag>,
          waitsFor(s.missing),
          dayWords(dayOf(s.openedAt)),
        ],
      }))}
    />
  )
}

function waitsFor(missing: string[]): string {
  if (missing.length === 0) return 'nothing'
  return missing.length === 1 ? missing[0]! : `${missing[0]}, and ${missing.length - 1} more`
}
