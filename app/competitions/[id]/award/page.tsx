import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { readContext } from '@/lib/identity/context'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { getAward } from '@/lib/procurement/competitions/get-award'

export const metadata: Metadata = { title: 'Award of a competition' }

export default async function AwardPage({ params }: { params: Promise<{ id: string }> }) {
  const award = await getAward(await readContext(), (await params).id)
  if (!award) notFound()
  const { buyerName, frameworkName, entries, winners } = award
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle caption="Award of a competition">
        {winners.map(({ moduleName }) => moduleName).join(' with ')}
      </PageTitle>
      <SummaryList
        rows={[
          { key: 'Buyer', value: buyerName },
          { key: 'Framework', value: frameworkName },
          { key: 'Modules that competed', value: entries },
          ...winners.map(({ moduleId, moduleName, supplierName, termPence }) => ({
            key: winners.length === 1 ? 'Winner' : `Winner: ${moduleName}`,
            value: (
              <>
                <a href={`/modules/${moduleId}`}>{moduleName}</a> of {supplierName}
                {winners.length === 1 ? '' : `, ${poundsWords(termPence)}`}
              </>
            ),
          })),
          {
            key: winners.length === 1 ? 'Price' : 'Price of all together',
            value: `${poundsWords(award.termPence)} over ${award.termMonths} months, excluding VAT`,
          },
          { key: 'Decided', value: dayWords(award.decidedOn) },
        ]}
      />
    </>
  )
}
