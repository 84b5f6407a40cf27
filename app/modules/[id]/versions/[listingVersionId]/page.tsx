import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrozenFacts } from '@/components/catalogue/frozen-facts'
import { ListingDocument } from '@/components/catalogue/listing-document'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getFrozenPage } from '@/lib/catalogue/get-module-page'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { untouchedCalculator } from '@/lib/catalogue/prices/calculator-rules'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'A listing as it was published' }

type Props = { params: Promise<{ id: string; listingVersionId: string }> }

export default async function FrozenListingPage({ params }: Props) {
  const ctx = await readContext()
  const { id, listingVersionId } = await params
  const frozen = await getFrozenPage(ctx, id, listingVersionId)
  if (!frozen) notFound()
  const { module, reference, isCurrent } = frozen
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/modules', text: 'Modules' },
          { href: `/modules/${id}`, text: module.listing.name },
        ]}
      />
      <PageTitle caption={`${module.supplier.brand}, version ${module.listing.version}`}>
        {module.listing.name}
      </PageTitle>
      <FrozenFacts module={module} isCurrent={isCurrent} />
      <ListingDocument
        module={module}
        reference={reference}
        entry={undefined}
        names={await getReferenceNames(ctx.actor)}
        calculator={untouchedCalculator(dayOf(ctx.now), 'The price is worked out on the module’s page')}
      />
    </>
  )
}
