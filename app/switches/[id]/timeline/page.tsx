import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Timers } from '@/components/switching/full/timers'
import { History } from '@/components/switching/history'
import { Timeline } from '@/components/switching/timeline'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { instantInWords } from '@/lib/platform/days'
import { getSwitch } from '@/lib/switching/get-switch'
import { statusLine } from '@/lib/switching/status-rules'

export const metadata: Metadata = { title: 'Timeline of a switch' }

export default async function TimelinePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const view = await getSwitch(ctx.actor, (await params).id, ctx.now)
  if (!view) notFound()
  const trail = [
    { href: '/switches', text: 'Switches' },
    { href: `/switches/${view.id}`, text: view.names.practice },
  ]
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageTitle caption={view.names.practice}>
        Timeline: {view.names.leaving} to {view.names.going}
      </PageTitle>
      <p>{statusLine(view)}</p>
      <Timeline history={view.history} days={view.days} now={ctx.now} />
      {view.full ? <h2 className="nhsuk-heading-m">Due days</h2> : null}
      {view.full ? <Timers timers={view.full.timers} /> : null}
      <h2 className="nhsuk-heading-m">Everything that happened</h2>
      <History history={view.history} />
      <p className="muted">As of {instantInWords(ctx.now)}. Print this page from your browser.</p>
    </>
  )
}
