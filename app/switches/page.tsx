import type { Metadata } from 'next'
import { SwitchTable } from '@/components/switching/switch-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listSwitches } from '@/lib/switching/list-switches'
import { switchStateLabels, switchStates } from '@/lib/switching/switch'

export const metadata: Metadata = { title: 'Switches' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SwitchesPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const found = await listSwitches(ctx.actor, ctx.now, await searchParams)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Switches</PageTitle>
      <p>Moves from one clinical system to another, where each stands, and what it waits for.</p>
      <p className="no-print">
        <a href="/switches/portfolio">Switches that your organisation pays for, by stage</a>{' '}
        <a href="/switches/guide">Guides for every role</a>
      </p>
      <NarrowedList
        path="/switches"
        found={found}
        noun={['switch', 'switches']}
        hint="A part of the practice's or a supplier's name"
        states={switchStates.map((value) => ({ value, text: switchStateLabels[value] }))}
      >
        <SwitchTable switches={found.rows} />
      </NarrowedList>
    </>
  )
}
