import type { Metadata } from 'next'
import { JoinForm } from '@/components/catalogue/join-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { wordsFor } from '@/lib/platform/words-for'
import { request } from './actions'

export const metadata: Metadata = { title: 'Ask for a supplier account' }

const doneWords: Record<string, string> = {
  sent: 'We have sent you a letter. Open the link in it within 24 hours to prove your address.',
  confirmed: 'Your address is proved. The authority reads your request and writes to you.',
}

export default async function JoinPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Ask for a supplier account</PageTitle>
      {done ? null : <JoinForm request={request} />}
    </>
  )
}
