import { SummaryList } from '@/components/ui/summary-list'
import { dayWords } from '@/lib/platform/days'
import type { Project } from '@/lib/procurement/projects/project'

/** What the practice said it needs; "not stated" until then. */
export function ProjectNeeds({ project }: { project: Project }) {
  const { startsOn, termMonths, listSize, listSizeAsOf } = project
  return (
    <SummaryList
      rows={[
        { key: 'Starts', value: startsOn ? dayWords(startsOn) : 'Not stated' },
        { key: 'Term', value: termMonths ? `${termMonths} months` : 'Not stated' },
        {
          key: 'List size',
          value:
            listSize && listSizeAsOf
              ? `${listSize.toLocaleString('en-GB')} patients on ${dayWords(listSizeAsOf)}`
              : 'Not stated',
        },
        { key: 'Shortlist', value: <a href={`/shortlists/${project.shortlistId}`}>Open the shortlist</a> },
      ]}
    />
  )
}
