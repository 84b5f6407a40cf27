import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireContext } from '@/lib/identity/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { listProjects } from '@/lib/procurement/projects/get-project'
import { projectLabels } from '@/lib/procurement/projects/project'

export const metadata: Metadata = { title: 'Projects' }

export default async function ProjectsPage() {
  const ctx = await requireContext()
  const projects = await listProjects(ctx.actor)
  const rows = projects.map((p) => ({
    key: p.id,
    cells: [
      <a href={`/projects/${p.id}`} key="n">
        {p.name}
      </a>,
      <Tag colour={projectLabels[p.state].colour} key="s">
        {projectLabels[p.state].words}
      </Tag>,
      dayWords(dayOf(p.createdAt)),
    ],
  }))
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Projects</PageTitle>
      <p>A project takes a need to a decision that can be read back years later.</p>
      {rows.length > 0 ? (
        <Table
          caption="Your projects"
          hideCaption
          columns={[{ heading: 'Project' }, { heading: 'State' }, { heading: 'Started' }]}
          rows={rows}
        />
      ) : (
        <p>
          You have no project. Begin with a <a href="/shortlists">shortlist</a>.
        </p>
      )}
    </>
  )
}
