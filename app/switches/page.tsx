import type { Metadata } from 'next'
import { SwitchTable } from '@/components/switching/switch-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { requireContext } from '@/lib/identity/context'

import { listSwitches } from '@/lib/switching/list-switches'
import { pageInput } from '@/lib/switching/switch-schema'

export const metadata: Metadata = { title: 'Switches' }

type Props = { searchParams: Promise<{ page?: string }> }

export default async function SwitchesPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const asked = pageInput.parse((await searchParams).page)
  const { switches, page, pages } = await listSwitches(ctx.actor, ctx.now, asked)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Switches</PageTitle>
      <p>Moves from one clinical system to another, where each stands, and what it waits for.</p>
      <p className="no-print">
        <a href="/switches/portfolio">Switches that your organisation pays for, by stage</a>{' '}
        <a href="/switches/guide">Guides for every role</a>
      </p>
      <SwitchTable switches={switches} />
      <Pager page={page} pages={pages} hrefOf={(n) => `/switches?page=${n}`} />
    </>
  )
}
