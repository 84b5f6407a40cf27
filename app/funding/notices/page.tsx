import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoticeTable } from '@/components/procurement/notice-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listNotices } from '@/lib/procurement/notices/list-notices'

export const metadata: Metadata = { title: 'Notices due' }

export default async function NoticesPage() {
  const notices = await listNotices(await requireContext())
  if (!notices) notFound()
  const open = notices.filter(({ state }) => state === 'drafted')
  const overdue = open.filter(({ isOverdue }) => isOverdue).length
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      <PageTitle>Notices due</PageTitle>
      <p>
        Notices that orders and contracts owe the public. The portal drafts each; the payer publishes it on the central
        digital platform and records where it can be read.
      </p>
      {open.length === 0 ? (
        <p>Nothing is to be published now.</p>
      ) : (
        <p>
          <strong>
            {open.length === 1 ? '1 notice is' : `${open.length} notices are`} to be published
            {overdue > 0 ? `, ${overdue} of them overdue` : ''}.
          </strong>
        </p>
      )}
      {notices.length > 0 ? <NoticeTable notices={notices} /> : null}
    </>
  )
}
