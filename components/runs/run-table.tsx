import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { RunView } from '@/lib/assurance/runs/get-run'
import { runKindWords, runStateWords } from '@/lib/assurance/runs/run'
import { dayOf, dayWords } from '@/lib/platform/days'

/** Runs, the newest first, with where each stands. */
export function RunTable({ runs, caption }: { runs: RunView[]; caption: string }) {
  if (runs.length === 0) return <p>There has been no run yet.</p>
  return (
    <Table
      caption={caption}
      columns={[{ heading: 'Run' }, { heading: 'Module' }, { heading: 'State' }, { heading: 'Evidence' }]}
      rows={runs.map((run) => ({
        key: run.id,
        cells: [
          <a href={`/runs/${run.id}`} key="run">
            {runKindWords[run.kind]} of {dayWords(dayOf(run.queuedAt))}
          </a>,
          run.moduleName,
          <Tag colour={colourOf(run)} key="state">
            {runStateWords[run.state]}
          </Tag>,
          run.logIndex === null ? (
            '–'
          ) : (
            <a href={`/evidence-log/proofs/${run.logIndex}`} key="leaf">
              Leaf {run.logIndex}
            </a>
          ),
        ],
      }))}
    />
  )
}

const colourOf = ({ state }: RunView) => (state === 'aborted' || state === 'cancelled' ? 'orange' : 'grey')
