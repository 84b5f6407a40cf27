import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { PageTitle } from '@/components/ui/page-title'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireContext } from '@/lib/identity/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { narrow } from '@/lib/platform/narrow-list'
import { listProjects } from '@/lib/procurement/projects/get-project'
import { projectLabels, projectStates } from '@/lib/procurement/projects/project'

export const metadata: Metadata = { title: 'Projects' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ProjectsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const projects = await listProjects(ctx.actor)
  const found = narrow(projects, await searchParams, { textOf: (p) => p.name, stateOf: (p) => p.state })
  const rows = found.rows.map((p) => ({
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
      {projects.length > 0 ? (
        <NarrowedList
          path="/projects"
          found={found}
          noun={['project', 'projects']}
          hint="A part of the name"
          states={projectStates.map((value) => ({ value, text: projectLabels[value].words }))}
        >
          <Table
            caption="Your projects"
            hideCaption
            columns={[{ heading: 'Project' }, { heading: 'State' }, { heading: 'Started' }]}
            rows={rows}
          />
        </NarrowedList>
      ) : (
        <p>
          You have no project. Begin with a <a href="/shortlists">shortlist</a>.
        </p>
      )}
    </>
  )
}
