import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SectionForm } from '@/components/catalogue/section-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getSectionForm } from '@/lib/catalogue/drafts/get-draft'
import { requireContext } from '@/lib/identity/context'
import { save } from '../../../actions'

export const metadata: Metadata = { title: 'One section of your listing' }

type Props = { params: Promise<{ id: string; section: string }> }

export default async function SectionPage({ params }: Props) {
  const { id, section } = await params
  const form = await getSectionForm(await requireContext(), id, section)
  if (!form) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/supplier', text: 'Your modules and listings' },
          { href: `/supplier/listings/${id}`, text: form.name },
        ]}
      />
      <PageTitle caption={form.name}>{form.title}</PageTitle>
      <SectionForm form={form} save={save} />
    </>
  )
}
