import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConcernForm } from '@/components/assurance/concern-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getConcernPage } from '@/lib/assurance/non-conformities/get-concern-page'
import { requireContext } from '@/lib/identity/context'
import { raise } from './actions'

export const metadata: Metadata = { title: 'Raise a concern' }

type Props = { params: Promise<{ module: string; version: string }> }

export default async function ConcernPage({ params }: Props) {
  const ctx = await requireContext()
  const { module, version } = await params
  const page = await getConcernPage(ctx, module, version)
  if (!page) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/register', text: 'Register' },
          { href: page.address, text: page.name },
        ]}
      />
      <PageTitle caption={page.name}>Raise a concern</PageTitle>
      <p>
        An assessor of the authority looks at it and confirms or dismisses it with a reason. Until then it counts for
        nothing and nobody else reads it.
      </p>
      <ConcernForm page={page} raise={raise} />
    </>
  )
}
