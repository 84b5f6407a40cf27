import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RefreshPreview } from '@/components/standards/refresh-preview'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getRefreshPreview } from '@/lib/assurance/refresh/get-refresh-preview'
import { listModuleUsage } from '@/lib/contracts/list-module-usage'
import { requireContext } from '@/lib/identity/context'
import { isId } from '@/lib/platform/ids'
import { look } from '../../actions'

export const metadata: Metadata = { title: 'Preview of a standard version' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string }> }

export default async function PreviewPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const { id } = await params
  const view = isId(id) ? await getRefreshPreview(ctx, id, await listModuleUsage(ctx)) : undefined
  if (!view) notFound()
  const { draft } = view
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/assurance/standards', text: 'Versions of standards' },
          { href: `/assurance/standards/${id}`, text: `${draft.standardId} ${draft.content.number}` },
        ]}
      />
      <PageTitle caption={`${draft.standardId} ${draft.content.number}, draft`}>What publishing it would do</PageTitle>
      <RefreshPreview view={view} page={Number((await searchParams).page) || 1} look={look} />
    </>
  )
}
