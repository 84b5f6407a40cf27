import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SectionForm } from '@/components/catalogue/section-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSectionForm } from '@/lib/catalogue/drafts/get-draft'
import { requireContext } from '@/lib/identity/context'
import { save } from '../../../actions'

export const metadata: Metadata = { title: 'One section of your listing' }

type Props = {
  params: Promise<{ id: string; section: string }>
  searchParams: Promise<{ done?: string; find?: string }>
}

export default async function SectionPage({ params, searchParams }: Props) {
  const { id, section } = await params
  const { done, find } = await searchParams
  const form = await getSectionForm(await requireContext(), id, section, find)
  if (!form) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/supplier', text: 'Your modules and listings' },
          { href: `/supplier/listings/${id}`, text: form.name },
        ]}
      />
      {done === 'saved' ? <Notice>The section is saved. Go on where you are.</Notice> : null}
      <PageTitle caption={form.name}>{form.title}</PageTitle>
      <SectionForm form={form} save={save} />
    </>
  )
}
