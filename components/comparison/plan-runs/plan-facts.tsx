import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { Warning } from '@/components/ui/warning'
import type { PlanPage } from '@/lib/comparison/plans/get-plan'
import { planLabels } from '@/lib/comparison/plans/plan-run'
import { askedWords } from '@/lib/comparison/plans/what-if-rules'
import { dayWords, instantInWords } from '@/lib/platform/days'

/** What was asked, how it stands, and where its evidence is. */
export function PlanFacts({ view: { run, parent } }: { view: PlanPage }) {
  const { state, choice, evidenceSha256 } = run
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'State',
            value: <Tag colour={planLabels[state].colour}>{planLabels[state].words}</Tag>,
          },
          { key: 'Asked', value: `${askedWords(run, parent?.choice ?? choice)}, on ${instantInWords(run.queuedAt)}` },
          ...(parent
            ? [{ key: 'Compared with', value: <a href={`/shortlists/plans/${parent.id}`}>The plan it was asked of</a> }]
            : []),
          { key: 'Needs', value: <a href={`/shortlists/needs/${run.profileId}`}>{run.profile.name}</a> },
          { key: 'Prices and standings of', value: dayWords(choice.asOf) },
          ...(evidenceSha256
            ? [
                {
                  key: 'Evidence',
                  value: (
                    <>
                      <a href={`/shortlists/plans/${run.id}/evidence.json`}>Download the evidence (JSON)</a>
                      <br />
                      SHA-256 <code className="tw:break-all">{evidenceSha256}</code>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {run.failure ? (
        <Warning title="It could not be computed">
          <p>{run.failure}</p>
        </Warning>
      ) : null}
    </>
  )
}
