import type { Metadata } from 'next'
import { CallOffTable } from '@/components/procurement/call-off-table'
import { ConsentTasks } from '@/components/procurement/consent-tasks'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { narrow } from '@/lib/platform/narrow-list'
import { callOffLabels, callOffStates } from '@/lib/procurement/call-offs/call-off'
import { awaitsAnswerOf } from '@/lib/procurement/call-offs/call-off-policy'
import { listCallOffs } from '@/lib/procurement/call-offs/get-call-off'

export const metadata: Metadata = { title: 'Call-offs' }

export default async function CallOffsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  const asked = await searchParams
  const ctx = await requireContext()
  const callOffs = await listCallOffs(ctx.actor)
  const waiting = callOffs.filter((c) => awaitsAnswerOf(ctx.actor, c))
  const found = narrow(callOffs, asked, { textOf: (c) => `${c.number} ${c.moduleName}`, stateOf: (c) => c.state })
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Call-offs</PageTitle>
      <p>A call-off is the order form that becomes the contract when both sides have signed it.</p>
      {asked.done === 'deleted' ? <Notice>The draft is deleted.</Notice> : null}
      <ConsentTasks callOffs={waiting} />
      <NarrowedList
        path="/call-offs"
        found={found}
        noun={['call-off', 'call-offs']}
        hint="A part of the number or of the module's name"
        states={callOffStates.map((value) => ({ value, text: callOffLabels[value].words }))}
      >
        <CallOffTable callOffs={found.rows} />
      </NarrowedList>
    </>
  )
}
