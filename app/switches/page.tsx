import type { Metadata } from 'next'
import { SwitchTable } from '@/components/switching/switch-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { listSwitches } from '@/lib/switching/list-switches'

export const metadata: Metadata = { title: 'Switches' }

export default async function SwitchesPage() {
  const ctx = await requireContext()
  const switches = await listSwitches(ctx.actor, dayOf(ctx.now))
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Switches</PageTitle>
      <p>Moves from one clinical system to another, where each stands, and what it waits for.</p>
      <SwitchTable switches={switches} />
    </>
  )
}
