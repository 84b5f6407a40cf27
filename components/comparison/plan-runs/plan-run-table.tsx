import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { Choice } from '@/lib/comparison/optimiser/choice'
import { type PlanSummary, planLabels } from '@/lib/comparison/plans/plan-run'
import { askedWords } from '@/lib/comparison/plans/what-if-rules'
import { instantInWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

type Props = { caption: string; runs: PlanSummary[]; choice?: Choice }

/** Plan runs, the newest first: what was asked, how it stands, what the plan costs. */
export function PlanRunTable({ caption, runs, choice }: Props) {
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'Asked' },
        { heading: 'When' },
        { heading: 'State' },
        { heading: 'Cost over the term', number: true },
      ]}
      rows={runs.map((run) => ({
        key: run.id,
        cells: [
          <a href={`/shortlists/plans/${run.id}`} key="asked">
            {askedWords(run, choice)}
          </a>,
          instantInWords(run.queuedAt),
          <Tag colour={planLabels[run.state].colour} key="state">
            {planLabels[run.state].words}
          </Tag>,
          run.costPence === null ? 'None' : poundsWords(BigInt(run.costPence)),
        ],
      }))}
    />
  )
}
