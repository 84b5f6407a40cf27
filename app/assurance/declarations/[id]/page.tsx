import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecideDeclaration } from '@/components/catalogue/decide-declaration'
import { DeclarationText } from '@/components/catalogue/declaration-text'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { getDeclaration } from '@/lib/catalogue/declarations/get-declaration'
import { requireContext } from '@/lib/identity/context'
import { grantOf } from '@/lib/platform/actor'
import { dayWords } from '@/lib/platform/days'
import { decide } from '../actions'

export const metadata: Metadata = { title: 'A declaration to look at' }

export default async function DeclarationToDecidePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const declaration = await getDeclaration(ctx, (await params).id)
  if (!declaration || !grantOf(ctx.actor, 'reviewer')) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/assurance/declarations', text: 'Declarations to look at' }]} />
      <PageTitle caption={declaration.brand}>Declaration of {dayWords(declaration.declaredOn)}</PageTitle>
      <DeclarationText declaration={declaration} />
      <DecideDeclaration declaration={declaration} decide={decide} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'SupplierDeclaration', id: declaration.id }])} />
    </>
  )
}
