import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecisionSummary } from '@/components/procurement/decision-summary'
import { FrozenEntries } from '@/components/procurement/frozen-entries'
import { ProjectActs } from '@/components/procurement/project-acts'
import { ProjectNeeds } from '@/components/procurement/project-needs'
import { ProjectTasks } from '@/components/procurement/project-tasks'
import { SetTable } from '@/components/procurement/set-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { listOrdersOfProject } from '@/lib/procurement/call-offs/get-call-off'
import { getProjectPage } from '@/lib/procurement/projects/get-project-page'
import { projectDone } from '@/lib/procurement/projects/project'
import { mayRunProject } from '@/lib/procurement/projects/project-policy'
import { again, cancel, decide, draft, freeze, saveNeeds } from '../actions'

export const metadata: Metadata = { title: 'Project' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ProjectPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const view = await getProjectPage(ctx, (await params).id)
  if (!view) notFound()
  const { project, offersClosed, buyer } = view
  const orders = await listOrdersOfProject(ctx.actor, project)
  const may = mayRunProject(ctx.actor, project)
  const reader = { runs: buyer.isOwn, buyer: buyer.isOwn ? 'You' : buyer.name }
  const history = await getHistory([{ type: 'Project', id: project.id }])
  const done = wordsFor(projectDone, (await searchParams).done)
  const actions = { setNeeds: saveNeeds, freeze, decide, draft, cancel, again }
  return (
    <>
      <Breadcrumbs trail={[{ href: '/projects', text: 'Projects' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Project">{project.name}</PageTitle>
      <ProjectTasks project={project} offersClosed={offersClosed} orders={orders} reader={reader} />
      <ProjectNeeds {...view} />
      {project.entries.length > 0 ? <FrozenEntries project={project} /> : null}
      {project.state === 'frozen' ? <SetTable {...view} /> : null}
      {project.decision ? <DecisionSummary project={project} decision={project.decision} /> : null}
      <section id="act" aria-label="What to do next">
        {may.allowed ? (
          <ProjectActs {...view} orderedIds={orders.map(({ moduleId }) => moduleId)} actions={actions} />
        ) : null}
      </section>
      {buyer.isOwn ? null : <p>{buyer.name} runs this project. You read it because it concerns your practice.</p>}
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={history} />
    </>
  )
}
