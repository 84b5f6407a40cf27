import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import { escalationWords, type SwitchTimer, timerColours, timerLabels } from '@/lib/switching/timers/timer'
import { type TimerName, timerKinds } from '@/lib/switching/timers/timer-kinds'

/** The due days of a switch, the soonest first, and who has been told of what is overdue. */
export function Timers({ timers }: { timers: SwitchTimer[] }) {
  if (timers.length === 0) return <p>No due days yet: they follow from the planned days.</p>
  return (
    <Table
      caption="Due days"
      hideCaption
      columns={[{ heading: 'What' }, { heading: 'Due' }, { heading: 'Owner' }, { heading: 'State' }]}
      rows={timers.map((timer) => {
        const kind = timerKinds[timer.kind as TimerName]
        return {
          key: timer.kind,
          cells: [
            kind?.title ?? timer.kind,
            dayWords(timer.dueOn),
            kind?.owner ?? 'nobody',
            <Tag colour={timerColours[timer.state]} key="state">
              {timer.state === 'overdue'
                ? `Overdue, passed on to ${escalationWords[timer.escalated]}`
                : timerLabels[timer.state]}
            </Tag>,
          ],
        }
      })}
    />
  )
}
