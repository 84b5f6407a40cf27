import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Table } from '@/components/ui/table'
import { listWaitingDeclarations } from '@/lib/catalogue/declarations/get-declaration'
import { requireContext } from '@/lib/identity/context'
import { dayWords } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Declarations to look at' }

type Props = { searchParams: Promise<{ done?: string }> }

export default async function DeclarationsPage({ searchParams }: Props) {
  const waiting = await listWaitingDeclarations(await requireContext())
  if (!waiting) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      {(await searchParams).done ? <Notice>The declaration is decided. The supplier reads your reason.</Notice> : null}
      <PageTitle>Declarations to look at</PageTitle>
      <p>Answers that neither pass nor fail by themselves wait here for a person.</p>
      {waiting.length === 0 ? <p>No declaration waits.</p> : null}
      {waiting.length > 0 ? (
        <Table
          caption="Declarations that wait, the oldest first"
          columns={[{ heading: 'Supplier' }, { heading: 'Declared on' }]}
          rows={waiting.map(({ id, brand, declaredOn }) => ({
            key: id,
            cells: [
              <a href={`/assurance/declarations/${id}`} key="link">
                {brand}
              </a>,
              dayWords(declaredOn),
            ],
          }))}
        />
      ) : null}
    </>
  )
}
