import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NeedsSectionFields } from '@/components/comparison/needs/needs-section-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getNeedsSection } from '@/lib/comparison/needs-profiles/get-needs-profile'
import { listTermsOfToday } from '@/lib/contracts/list-terms-of-today'
import { requireContext } from '@/lib/identity/context'
import { save } from '../../actions'

export const metadata: Metadata = { title: 'One step of what you need' }

type Props = { params: Promise<{ id: string; section: string }> }

export default async function NeedsStepPage({ params }: Props) {
  const ctx = await requireContext()
  const { id, section } = await params
  // Contracts lie above the room of the profile, so the page hands their terms in.
  const contracts = section === 'today' ? await listTermsOfToday(ctx.actor) : []
  const form = await getNeedsSection(ctx, id, section, contracts)
  if (!form) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/shortlists/needs', text: 'What you need' },
          { href: `/shortlists/needs/${id}`, text: form.profile.name },
        ]}
      />
      <PageTitle caption={form.profile.name}>{form.title}</PageTitle>
      <NeedsSectionFields form={form} save={save} />
    </>
  )
}
