import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SupplierDesk } from '@/components/catalogue/supplier-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSupplierDesk } from '@/lib/catalogue/suppliers/get-supplier-desk'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { accept, refuse, reinstate, suspend } from './actions'

export const metadata: Metadata = { title: 'Suppliers' }

const doneWords: Record<string, string> = {
  accepted: 'The supplier is in. The person has a letter with an invitation.',
  refused: 'The request is refused. The person has a letter with your reason.',
  suspended: 'The supplier is suspended. Nothing of it is listed.',
  reinstated: 'The supplier is listed again.',
}

export default async function SuppliersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  const ctx = await requireContext()
  const desk = await getSupplierDesk(ctx)
  if (!desk) notFound()
  const asked = await searchParams
  const done = wordsFor(doneWords, asked.done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Suppliers</PageTitle>
      <SupplierDesk desk={desk} asked={asked} acts={{ accept, refuse, suspend, reinstate }} />
    </>
  )
}
