import { SummaryList } from '@/components/ui/summary-list'
import { routeWords } from '@/lib/catalogue/frameworks/route'
import { type Day, dayWords } from '@/lib/platform/days'
import type { Project } from '@/lib/procurement/projects/project'

type Props = {
  project: Project
  frameworkName: string | null
  capabilityNames: Record<string, string>
  buyer: { name: string; isOwn: boolean }
  next: { id: string; name: string } | undefined
}
const day = (value: Day | null) => (value ? dayWords(value) : 'Not stated')

/** What the practice said it needs; "not stated" until then. */
export function ProjectNeeds({ project, frameworkName, capabilityNames, buyer, next }: Props) {
  const { startsOn, termMonths, goLiveOn, listSize, listSizeAsOf, route, description, previousId, query, plan } =
    project
  return (
    <SummaryList
      rows={[
        { key: 'What it is for', value: description ?? 'Not stated' },
        ...(project.capabilityIds.length > 0
          ? [
              {
                key: 'Must cover',
                value: project.capabilityIds
                  .map((id) => `${capabilityNames[id] ?? 'A former capability'} (${id})`)
                  .join(', '),
              },
            ]
          : []),
        { key: 'Starts', value: day(startsOn) },
        { key: 'Term', value: termMonths ? `${termMonths} months` : 'Not stated' },
        { key: 'Planned go-live', value: day(goLiveOn) },
        { key: 'Framework', value: frameworkName ?? 'Not stated' },
        { key: 'Route', value: route ? routeWords[route] : 'Not stated' },
        {
          key: 'List size',
          value:
            listSize && listSizeAsOf
              ? `${listSize.toLocaleString('en-GB')} patients on ${dayWords(listSizeAsOf)}`
              : 'Not stated',
        },
        ...(project.practices.length > 0
          ? [
              { key: 'Run by', value: buyer.name },
              { key: 'For', value: <PracticeLines practices={project.practices} /> },
            ]
          : []),
        ...(buyer.isOwn
          ? [{ key: 'Shortlist', value: <a href={`/shortlists/${project.shortlistId}`}>Open the shortlist</a> }]
          : []),
        ...(plan
          ? [
              {
                key: 'Follows the plan',
                value: (
                  <>
                    <a href={`/shortlists/plans/${plan.runId}`}>Open the plan</a>: needs{' '}
                    {plan.needs.map((need) => need.words).join(', ')}; for{' '}
                    {plan.practices.map((practice) => practice.name).join(', ')}
                    <br />
                    Evidence <code className="tw:break-all">{plan.evidenceSha256}</code>
                  </>
                ),
              },
            ]
          : []),
        ...(query === null
          ? []
          : [{ key: 'Search that was frozen', value: <a href={`/modules?${query}`}>Search again today</a> }]),
        ...(previousId && buyer.isOwn
          ? [{ key: 'Starts again', value: <a href={`/projects/${previousId}`}>The project before</a> }]
          : []),
        ...(next ? [{ key: 'Started again as', value: <a href={`/projects/${next.id}`}>{next.name}</a> }] : []),
      ]}
    />
  )
}

/** Each practice with its list size, and how many they are. */
function PracticeLines({ practices }: Pick<Project, 'practices'>) {
  return (
    <>
      {practices.length === 1 ? '1 practice' : `${practices.length} practices`}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {practices.map(({ practiceId, code, name, listSize, listSizeAsOf }) => (
          <li key={practiceId}>
            {name} ({code}): {listSize.toLocaleString('en-GB')} patients on {dayWords(listSizeAsOf)}
          </li>
        ))}
      </ul>
    </>
  )
}
