import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SuccessionDesk } from '@/components/identity/succession-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listSuccessionsForCurator } from '@/lib/identity/record-succession'
import { grantOf } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { enter } from './actions'

export const metadata: Metadata = { title: 'Practices that succeed others' }

type Props = { searchParams: Promise<Record<string, string | undefined>> }

export default async function SuccessionsPage({ searchParams }: Props) {
  const { actor, now } = await requireContext()
  if (!grantOf(actor, 'curator')) notFound()
  const asked = await searchParams
  return (
    <>
      <Breadcrumbs trail={[]} />
      {asked.done === 'entered' ? <Notice>The succession is entered.</Notice> : null}
      <PageTitle>Practices that succeed others</PageTitle>
      <p>
        When a practice closes or merges, its contracts go on with the practice that succeeds it, from the day you
        enter: no day is charged twice, and none is left out.
      </p>
      <SuccessionDesk rows={await listSuccessionsForCurator(actor)} {...{ today: dayOf(now), asked, enter }} />
    </>
  )
}
