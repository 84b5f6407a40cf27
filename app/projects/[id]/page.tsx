import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecisionSummary } from '@/components/procurement/decision-summary'
import { FrozenEntries } from '@/components/procurement/frozen-entries'
import { ProjectActs } from '@/components/procurement/project-acts'
import { ProjectNeeds } from '@/components/procurement/project-needs'
import { ProjectTasks } from '@/components/procurement/project-tasks'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { requireContext } from '@/lib/identity/context'
import { getCallOffOfProject } from '@/lib/procurement/call-offs/get-call-off'
import { getProject } from '@/lib/procurement/projects/get-project'
import { mayRunProject } from '@/lib/procurement/projects/project-policy'
import { decide, draft, freeze, saveNeeds } from '../actions'

export const metadata: Metadata = { title: 'Project' }

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const project = await getProject(ctx.actor, (await params).id)
  if (!project) notFound()
  const callOff = await getCallOffOfProject(ctx.actor, project.id)
  const history = await getHistory([{ type: 'Project', id: project.id }])
  return (
    <>
      <Breadcrumbs trail={[{ href: '/projects', text: 'Projects' }]} />
      <PageTitle caption="Project">{project.name}</PageTitle>
      <ProjectTasks project={project} callOff={callOff} />
      <ProjectNeeds project={project} />
      {project.entries.length > 0 ? <FrozenEntries project={project} /> : null}
      {project.decision ? <DecisionSummary id={project.id} decision={project.decision} /> : null}
      <section id="act" aria-label="What to do next">
        {mayRunProject(ctx.actor, project).allowed && !callOff ? (
          <ProjectActs project={project} actions={{ setNeeds: saveNeeds, freeze, decide, draft }} />
        ) : null}
      </section>
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={history} />
    </>
  )
}
