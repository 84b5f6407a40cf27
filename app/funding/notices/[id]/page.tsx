import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoticeForms } from '@/components/procurement/notice-forms'
import { NoticeText } from '@/components/procurement/notice-text'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { getNotice } from '@/lib/procurement/notices/list-notices'
import { noticeDone, noticeTitles } from '@/lib/procurement/notices/notice-obligation'
import { publish, waive } from './actions'

export const metadata: Metadata = { title: 'Notice' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function NoticePage({ params, searchParams }: Props) {
  const notice = await getNotice(await requireContext(), (await params).id)
  if (!notice) notFound()
  const done = wordsFor(noticeDone, (await searchParams).done)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/funding', text: 'Funding' },
          { href: '/funding/notices', text: 'Notices due' },
        ]}
      />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${notice.kind}, ${notice.payer}`}>{noticeTitles[notice.kind]}</PageTitle>
      <NoticeText notice={notice} />
      {notice.state === 'drafted' ? <NoticeForms notice={notice} publish={publish} waive={waive} /> : null}
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'NoticeObligation', id: notice.id }])} />
    </>
  )
}
