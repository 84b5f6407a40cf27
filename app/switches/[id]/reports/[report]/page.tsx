import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportBody } from '@/components/switching/report/report-body'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { getReport } from '@/lib/switching/reports/get-report'

export const metadata: Metadata = { title: 'Report of a comparison' }

export default async function ReportPage({ params }: { params: Promise<{ id: string; report: string }> }) {
  const ctx = await requireContext()
  const { id, report } = await params
  const page = await getReport(ctx.actor, id, report, ctx.now)
  if (!page) notFound()
  const trail = [
    { href: '/switches', text: 'Switches' },
    { href: `/switches/${page.of.id}`, text: page.of.names.practice },
  ]
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageTitle caption={page.of.names.practice}>
        Report {page.number}: {page.of.names.leaving} to {page.of.names.going}
      </PageTitle>
      <p>Run over {page.report.phase.replace('-', ' load ')} data.</p>
      <ReportBody page={page} />
    </>
  )
}
