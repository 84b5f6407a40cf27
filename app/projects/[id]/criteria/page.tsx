import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CriteriaForm } from '@/components/procurement/criteria-form'
import { CriteriaText } from '@/components/procurement/criteria-text'
import { OpenForm } from '@/components/procurement/open-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { getCriteriaPage } from '@/lib/procurement/competitions/get-criteria-page'
import { open, saveCriteria } from '../../../competitions/actions'

export const metadata: Metadata = { title: 'What counts' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function CriteriaPage({ params, searchParams }: Props) {
  const page = await getCriteriaPage(await requireContext(), (await params).id)
  if (!page) notFound()
  const { project, competition, integrations } = page
  const isSaved = (await searchParams).done === 'criteria'
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/projects', text: 'Projects' },
          { href: `/projects/${project.id}`, text: project.name },
        ]}
      />
      {isSaved ? <Notice>What counts is saved.</Notice> : null}
      <PageTitle caption={project.name}>What counts in the competition</PageTitle>
      {project.state === 'frozen' ? (
        <>
          <CriteriaForm project={project} criteria={competition} integrations={integrations} save={saveCriteria} />
          <h2 className="nhsuk-heading-m">Open the competition</h2>
          {competition ? (
            <OpenForm project={project} open={open} />
          ) : (
            <p>Save first what counts. Then you choose who competes and until when suppliers can offer.</p>
          )}
        </>
      ) : competition ? (
        <>
          <p>
            What counts is locked. <a href={`/competitions/${competition.id}`}>Go to the competition</a>
          </p>
          <CriteriaText criteria={competition} names={Object.fromEntries(integrations.map((i) => [i.value, i.text]))} />
        </>
      ) : (
        <p>This project ended before a competition was opened.</p>
      )}
    </>
  )
}
