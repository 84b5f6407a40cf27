import { Table } from '@/components/ui/table'
import type { SignalLine } from '@/lib/assurance/signals/list-signals'
import { signalWords } from '@/lib/assurance/signals/signal'
import { dayWords } from '@/lib/platform/days'

/** What deserves a second look, the newest first (IS-01 to IS-08). */
export function SignalTable({ signals }: { signals: SignalLine[] }) {
  if (signals.length === 0) return <p>There is none.</p>
  return (
    <Table
      caption="Signals, the newest first"
      columns={[{ heading: 'Module' }, { heading: 'Signal' }, { heading: 'About' }, { heading: 'Day' }]}
      rows={signals.map((signal, i) => ({
        key: `${signal.moduleId}/${signal.code}/${signal.on}/${i}`,
        cells: [
          <a href={`/register/${signal.moduleId}/${signal.version}`} key="module">
            {signal.moduleName} {signal.version}
          </a>,
          `${signalWords[signal.code]} (${signal.code})`,
          signal.about,
          dayWords(signal.on),
        ],
      }))}
    />
  )
}

/** All that the public sees of them. */
export function SignalCount({ count }: { count: number }) {
  const words = count === 1 ? 'is one integrity signal' : `are ${count === 0 ? 'no' : count} integrity signals`
  return (
    <p>
      There {words} about it today. A signal says that something deserves a second look. It accuses nobody and changes
      no label.
    </p>
  )
}
