import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnModules } from '@/components/catalogue/own-modules'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSupplierHome } from '@/lib/catalogue/drafts/get-supplier-home'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { start, withdraw } from './actions'

export const metadata: Metadata = { title: 'Your modules and listings' }

const doneWords: Record<string, string> = {
  discarded: 'The draft is discarded.',
  withdrawn: 'The withdrawal is announced. Buyers can order up to the last day.',
}

export default async function SupplierPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const home = await getSupplierHome(await requireContext())
  if (!home) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={home.suppliers.map((s) => s.brand).join(', ')}>Your modules and listings</PageTitle>
      <OwnModules home={home} start={start} withdraw={withdraw} />
    </>
  )
}
