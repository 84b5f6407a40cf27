import type { Metadata } from 'next'
import { SwitchStatistics } from '@/components/switching/statistics'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { readContext } from '@/lib/identity/context'
import { getStatistics } from '@/lib/switching/statistics/get-statistics'

export const metadata: Metadata = { title: 'Switches in figures' }

export default async function MarketSwitchesPage() {
  const figures = await getStatistics(await readContext())
  return (
    <>
      <Breadcrumbs trail={[{ href: '/market', text: 'The market' }]} />
      <PageTitle>Switches in figures</PageTitle>
      <SwitchStatistics figures={figures} />
    </>
  )
}
