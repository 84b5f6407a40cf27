import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import { type Clock, clockWords } from '@/lib/assurance/clocks/clock'
import { dayWords } from '@/lib/platform/days'

const states: Record<Clock['state'], { words: string; colour: TagColour }> = {
  running: { words: 'Running', colour: 'blue' },
  met: { words: 'In time', colour: 'green' },
  missed: { words: 'Missed', colour: 'red' },
  stopped: { words: 'Not needed', colour: 'grey' },
}

/** Every clock of a non-conformity, what runs first, the soonest due at the top. */
export function ClockTable({ clocks }: { clocks: Clock[] }) {
  if (clocks.length === 0) return <p>No clock runs.</p>
  const order: Clock['state'][] = ['running', 'missed', 'met', 'stopped']
  return (
    <Table
      caption="Clocks, the soonest due first"
      columns={[{ heading: 'What it waits for' }, { heading: 'Due' }, { heading: 'State' }]}
      rows={clocks
        .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
        .map((clock) => ({
          key: `${clock.clock}${clock.subject.id}`,
          cells: [
            `${clockWords[clock.clock].waits} (${clock.clock})`,
            dayWords(clock.dueOn),
            <ClockTag clock={clock} key="state" />,
          ],
        }))}
    />
  )
}

/** How one clock stands, in a word. What was missed stays missed, and says so when it was done late. */
function ClockTag({ clock }: { clock: Clock }) {
  const { words, colour } = states[clock.state]
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {clock.state === 'missed' && clock.doneOn ? ` Done on ${dayWords(clock.doneOn)}` : ''}
    </>
  )
}
