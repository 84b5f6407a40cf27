import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RoleGuide } from '@/components/switching/guide/role-guide'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getGuide } from '@/lib/switching/guide/get-guide'

type Props = { params: Promise<{ role: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Guide: ${getGuide((await params).role)?.title ?? 'not found'}` }
}

export default async function GuidePage({ params }: Props) {
  const found = getGuide((await params).role)
  if (!found) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/switches/guide', text: 'Guides to switching' }]} />
      <PageTitle caption="Guide to switching">{found.title}</PageTitle>
      <RoleGuide role={found.role} />
    </>
  )
}
