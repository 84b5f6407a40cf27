import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SupplierNames } from '@/components/catalogue/supplier-names'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { getKeptSupplier } from '@/lib/catalogue/suppliers/get-kept-supplier'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { addName, endName } from '../actions'

export const metadata: Metadata = { title: 'A supplier and its names' }

const doneWords: Record<string, string> = { named: 'The name is kept.', ended: 'The name has its last day.' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function KeptSupplierPage({ params, searchParams }: Props) {
  const supplier = await getKeptSupplier(await requireContext(), (await params).id)
  if (!supplier) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/assurance/suppliers', text: 'Suppliers' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${supplier.legalName}, company number ${supplier.companyNumber ?? 'not stated'}`}>
        {supplier.brand}
      </PageTitle>
      {supplier.statusReason ? <p>The last decision about it: {supplier.statusReason}</p> : null}
      <SupplierNames supplier={supplier} addName={addName} endName={endName} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'Supplier', id: supplier.id }])} />
    </>
  )
}
