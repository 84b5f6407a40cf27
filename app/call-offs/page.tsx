import type { Metadata } from 'next'
import { ConsentTasks } from '@/components/procurement/consent-tasks'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireContext } from '@/lib/identity/context'
import { poundsWords } from '@/lib/platform/money'
import { callOffLabels } from '@/lib/procurement/call-offs/call-off'
import { awaitsAnswerOf } from '@/lib/procurement/call-offs/call-off-policy'
import { listCallOffs } from '@/lib/procurement/call-offs/get-call-off'

export const metadata: Metadata = { title: 'Call-offs' }

export default async function CallOffsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { done } = await searchParams
  const ctx = await requireContext()
  const callOffs = await listCallOffs(ctx.actor)
  const waiting = callOffs.filter((c) => awaitsAnswerOf(ctx.actor, c))
  const rows = callOffs.map((c) => ({
    key: c.id,
    cells: [
      <a href={`/call-offs/${c.id}`} key="n">
        {c.number}
      </a>,
      c.moduleName,
      <Tag colour={callOffLabels[c.state].colour} key="s">
        {callOffLabels[c.state].words}
      </Tag>,
      poundsWords(c.totalPence),
    ],
  }))
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Call-offs</PageTitle>
      <p>A call-off is the order form that becomes the contract when both sides have signed it.</p>
      {done === 'deleted' ? <Notice>The draft is deleted.</Notice> : null}
      <ConsentTasks callOffs={waiting} />
      {rows.length > 0 ? (
        <Table
          caption="Your call-offs"
          hideCaption
          columns={[
            { heading: 'Number' },
            { heading: 'Module' },
            { heading: 'State' },
            { heading: 'Whole term', number: true },
          ]}
          rows={rows}
        />
      ) : (
        <p>There is no call-off for you to see. A practice drafts one from a decided project.</p>
      )}
    </>
  )
}
