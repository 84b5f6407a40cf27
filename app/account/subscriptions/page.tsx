import type { Metadata } from 'next'
import { SubscribeForm, SubscriptionList } from '@/components/notifications/subscriptions'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listSubscriptions, nameSubject } from '@/lib/notifications/subscriptions/list-subscriptions'
import { subscribeInput } from '@/lib/notifications/subscriptions/subscription-schema'
import { wordsFor } from '@/lib/platform/words-for'
import { add, end } from './actions'

export const metadata: Metadata = { title: 'Changes you hear of' }

const doneWords: Record<string, string> = {
  added: 'You will hear of it by letter when a label changes.',
  ended: 'You will not hear of it any more.',
}
type Props = { searchParams: Promise<{ done?: string; kind?: string; subjectId?: string }> }

export default async function SubscriptionsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const asked = await searchParams
  const subject = subscribeInput.omit({ rhythm: true }).safeParse(asked)
  const name = subject.success ? await nameSubject(subject.data) : undefined
  const done = wordsFor(doneWords, asked.done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/account', text: 'Your account' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Changes you hear of</PageTitle>
      <p>
        You hear of a module, a supplier, a standard or a capability when the label of a module changes. Whoever has a
        contract for a module always hears of remediation and worse.
      </p>
      {subject.success && name ? <SubscribeForm subject={subject.data} name={name} add={add} /> : null}
      <SubscriptionList subscriptions={await listSubscriptions(ctx)} end={end} />
    </>
  )
}
