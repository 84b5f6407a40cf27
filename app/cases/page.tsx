import type { Metadata } from 'next'
import { CaseTable } from '@/components/switching/case-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listCases } from '@/lib/switching/cases/get-case'

export const metadata: Metadata = { title: 'Systems at risk' }

export default async function CasesPage() {
  const ctx = await requireContext()
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Systems at risk</PageTitle>
      <p>
        Systems in use that are under remediation, suspended or removed, and what that means for each practice. A case
        opens and ends by itself, because it follows the register.
      </p>
      <CaseTable cases={await listCases(ctx.actor)} />
    </>
  )
}
