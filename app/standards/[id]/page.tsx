import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { appliesWords, RequirementList, Roadmap, VersionsTable } from '@/components/standards/standard-facts'
import { StandardTimeline } from '@/components/standards/standard-timeline'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { getStandard } from '@/lib/assurance/standards/list-standards'
import { timelineOf } from '@/lib/assurance/standards/timeline-rules'
import { readContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Standard' }

export default async function StandardPage({ params }: { params: Promise<{ id: string }> }) {
  const found = await getStandard(await readContext(), (await params).id)
  if (!found) notFound()
  const { standard, roadmap, today } = found
  const timeline = timelineOf(standard.versions, today)
  const [newest] = standard.versions.filter((v) => v.withdrawnOn === null)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/standards', text: 'Standards' }]} />
      <PageTitle caption={standard.id}>{standard.name}</PageTitle>
      <SummaryList
        rows={[
          { key: 'Applies to', value: standard.retired ? 'Nothing: it is retired' : appliesWords(standard) },
          { key: 'Kind', value: standard.kind },
          { key: 'Source', value: standard.url ? <a href={standard.url}>The standard’s own page</a> : 'Not recorded' },
        ]}
      />
      <h2 className="nhsuk-heading-m">Versions</h2>
      {timeline ? (
        <StandardTimeline timeline={timeline} name={standard.name} />
      ) : (
        <p>No day of any version is recorded, so there is nothing to draw.</p>
      )}
      <VersionsTable versions={standard.versions} today={today} />
      {newest ? <RequirementList version={newest} /> : null}
      {newest?.contentSha256 ? (
        <p className="muted tw:break-all">Two officers published this text. Its SHA-256 is {newest.contentSha256}.</p>
      ) : null}
      <h2 className="nhsuk-heading-m">What is coming</h2>
      <Roadmap items={roadmap} />
    </>
  )
}
