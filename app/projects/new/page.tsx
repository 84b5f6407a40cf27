import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { PageTitle } from '@/components/ui/page-title'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { requireContext } from '@/lib/identity/context'
import { mayRunProject } from '@/lib/procurement/projects/project-policy'
import { start } from '../actions'

export const metadata: Metadata = { title: 'Start a project' }

export default async function NewProjectPage({ searchParams }: { searchParams: Promise<{ shortlist?: string }> }) {
  const ctx = await requireContext()
  const shortlist = await getShortlist(ctx.actor, (await searchParams).shortlist ?? '')
  if (!shortlist) notFound()
  const decision = mayRunProject(ctx.actor, shortlist)
  return (
    <>
      <Breadcrumbs trail={[{ href: `/shortlists/${shortlist.id}`, text: shortlist.name }]} />
      <PageTitle caption={shortlist.name}>Start a project</PageTitle>
      {decision.allowed ? (
        <ActionForm action={start} hidden={{ shortlistId: shortlist.id }} button="Start">
          <FormTextField name="name" label="Name of the project" value={shortlist.name} maxLength={255} />
        </ActionForm>
      ) : (
        <InsetText>
          <p>{decision.because}.</p>
        </InsetText>
      )}
    </>
  )
}
