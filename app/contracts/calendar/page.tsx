import type { Metadata } from 'next'
import { CalendarAddresses } from '@/components/contracts/calendar-addresses'
import { NoticeMonths } from '@/components/contracts/notice-months'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listCalendarAddresses } from '@/lib/contracts/calendar/subscribe'
import { listNoticeMonths } from '@/lib/contracts/register/search-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { revoke, subscribe } from './actions'

export const metadata: Metadata = { title: 'Calendar of notice dates' }
const done: Record<string, string> = { made: 'The address is made.', revoked: 'The address is revoked.' }

type Props = { searchParams: Promise<{ done?: string }> }

export default async function NoticeCalendarPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const months = await listNoticeMonths(ctx.actor, dayOf(ctx.now))
  const words = wordsFor(done, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/contracts', text: 'Contracts' }]} />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle>Calendar of notice dates</PageTitle>
      <p>
        How many of your contracts have their last day to give notice in each month to come, where nobody has given
        notice.
      </p>
      <NoticeMonths months={months} />
      <CalendarAddresses addresses={await listCalendarAddresses(ctx.actor)} subscribe={subscribe} revoke={revoke} />
    </>
  )
}
