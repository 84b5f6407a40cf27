import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Mailbox } from '@/components/identity/mailbox'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listMail } from '@/lib/identity/list-mail'

export const metadata: Metadata = { title: 'Mail' }

export default async function MailPage() {
  const ctx = await requireContext()
  const letters = await listMail(ctx.actor)
  if (!letters) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Mail</PageTitle>
      <p>The newest 100 letters. Where no mail server is set (SMTP_URL), letters stay here.</p>
      <Mailbox letters={letters} />
    </>
  )
}
