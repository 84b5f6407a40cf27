import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RunTable } from '@/components/imports/run-table'
import { UploadForm } from '@/components/imports/upload-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { mayImport } from '@/lib/identity/imports/import-policy'
import { listImports } from '@/lib/platform/imports/list-imports'
import { importers } from '@/lib/worker/imports/importers'
import { upload } from './actions'

export const metadata: Metadata = { title: 'Imports' }

export default async function ImportsPage() {
  const ctx = await requireContext()
  const may = mayImport(ctx.actor)
  if (!may.allowed) notFound()
  const runs = await listImports(may)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Import public files</PageTitle>
      <UploadForm kinds={importers.map(({ kind, title }) => ({ kind, title }))} upload={upload} />
      <h2 className="nhsuk-heading-m">Imports so far</h2>
      <RunTable runs={runs} />
    </>
  )
}
