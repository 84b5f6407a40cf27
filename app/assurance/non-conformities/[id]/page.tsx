import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AuthorityNonConformity } from '@/components/assurance/authority-non-conformity'
import { NonConformityFacts } from '@/components/assurance/non-conformity-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getNonConformity } from '@/lib/assurance/non-conformities/get-non-conformity'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { propose } from '../../decisions/actions'
import { confirm, dismiss, giveBack, raise, reject } from '../actions'

export const metadata: Metadata = { title: 'A non-conformity' }

const doneWords: Record<string, string> = {
  confirmed: 'It is confirmed. Its clocks run from today.',
  dismissed: 'It is dismissed. It never counted.',
  raised: 'The severity is raised.',
  returned: 'The plan is with the supplier again.',
  rejected: 'The claim is rejected. It counts no longer.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function NonConformityPage({ params, searchParams }: Props) {
  const nc = await getNonConformity(await requireContext(), (await params).id)
  if (!nc?.forAuthority) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/assurance/non-conformities', text: 'Non-conformities' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${nc.supplier}, ${nc.moduleName} ${nc.moduleVersion}`}>{nc.requirementId}</PageTitle>
      <NonConformityFacts nc={nc} />
      <AuthorityNonConformity
        nc={nc}
        confirm={confirm}
        dismiss={dismiss}
        raise={raise}
        giveBack={giveBack}
        reject={reject}
        propose={propose}
      />
    </>
  )
}
