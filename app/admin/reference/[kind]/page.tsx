import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReferenceTable } from '@/components/reference/reference-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { referenceKind } from '@/lib/assurance/reference-kinds'
import { mayKeepReference } from '@/lib/catalogue/reference-policy'
import { requireContext } from '@/lib/identity/context'
import { listRows } from '@/lib/platform/corrections/list-rows'

type Props = {
  params: Promise<{ kind: string }>
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: referenceKind((await params).kind)?.title ?? 'Reference data' }
}

export default async function ReferenceKindPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const kind = referenceKind((await params).kind)
  const asked = await searchParams
  const q = [asked.q ?? ''].flat()[0]!.slice(0, 100)
  const page = Number.parseInt([asked.page ?? '1'].flat()[0]!, 10) || 1
  const found = kind && (await listRows(mayKeepReference(ctx.actor), kind, q, page))
  if (!kind || !found) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/admin/reference', text: 'Reference data' }]} />
      <PageTitle>{kind.title}</PageTitle>
      <ReferenceTable kind={kind} found={found} q={q} />
    </>
  )
}
