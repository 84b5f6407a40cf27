import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ImportProgress } from '@/components/imports/import-progress'
import { ImportReport } from '@/components/imports/import-report'
import { AbandonForm, ReadyForms } from '@/components/imports/ready-forms'
import { RunSummary } from '@/components/imports/run-summary'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { mayImport } from '@/lib/identity/imports/import-policy'
import { getImport } from '@/lib/platform/imports/get-import'
import { isUnderWay } from '@/lib/platform/imports/import-run'
import { importerOf } from '@/lib/worker/imports/importers'
import { abandon, start } from '../actions'

export const metadata: Metadata = { title: 'An import' }

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const run = await getImport(mayImport(ctx.actor), (await params).id)
  if (!run) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/admin/imports', text: 'Imports' }]} />
      <PageTitle caption={importerOf(run.kind)?.title ?? run.kind}>{run.fileName}</PageTitle>
      <RunSummary run={run} />
      {isUnderWay(run) ? (
        <ImportProgress
          run={{ id: run.id, state: run.state, checked: run.checked, written: run.written, total: run.total }}
        />
      ) : null}
      {run.state === 'uploaded' ? <AbandonForm run={run} abandon={abandon} /> : null}
      {run.state === 'ready' ? <ReadyForms run={run} start={start} abandon={abandon} /> : null}
      <ImportReport run={run} />
    </>
  )
}
