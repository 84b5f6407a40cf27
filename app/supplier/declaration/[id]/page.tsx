import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeclarationText } from '@/components/catalogue/declaration-text'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { getDeclaration } from '@/lib/catalogue/declarations/get-declaration'
import { requireContext } from '@/lib/identity/context'
import { dayWords } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'A declaration' }

export default async function OwnDeclarationPage({ params }: { params: Promise<{ id: string }> }) {
  const declaration = await getDeclaration(await requireContext(), (await params).id)
  if (!declaration) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier/declaration', text: 'Your declaration' }]} />
      <PageTitle caption={declaration.brand}>Declaration of {dayWords(declaration.declaredOn)}</PageTitle>
      <DeclarationText declaration={declaration} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'SupplierDeclaration', id: declaration.id }])} />
    </>
  )
}
