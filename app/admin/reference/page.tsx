import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { Table } from '@/components/ui/table'
import { referenceKinds } from '@/lib/assurance/reference-kinds'
import { mayKeepReference } from '@/lib/catalogue/reference-policy'
import { requireContext } from '@/lib/identity/context'
import { countKinds } from '@/lib/platform/corrections/list-rows'

export const metadata: Metadata = { title: 'Reference data' }

export default async function ReferencePage() {
  const ctx = await requireContext()
  const counts = await countKinds(mayKeepReference(ctx.actor), referenceKinds)
  if (!counts) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Reference data</PageTitle>
      <p>
        Public files bring these rows. What you correct here holds against every later file, until you give it back.{' '}
        <a href="/admin/imports">Import a file</a>
      </p>
      <p>
        <a href="/admin/epics">Epics that suppliers propose</a>
      </p>
      <Table
        caption="What is kept"
        columns={[{ heading: 'Kind' }, { heading: 'Rows', number: true }]}
        rows={referenceKinds.map(({ slug, title }, i) => ({
          key: slug,
          cells: [
            <a href={`/admin/reference/${slug}`} key="link">
              {title}
            </a>,
            counts[i]!.toLocaleString('en-GB'),
          ],
        }))}
      />
    </>
  )
}
