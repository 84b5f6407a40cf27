import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ModuleDocument } from '@/components/catalogue/module-document'
import { AddToShortlist } from '@/components/comparison/add-to-shortlist-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getConformance } from '@/lib/assurance/register/get-register-entry'
import { getModulePage } from '@/lib/catalogue/get-module-page'
import { getOwnListSize } from '@/lib/catalogue/get-own-list-size'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { listSizeHint } from '@/lib/catalogue/list-size-rules'
import { type AddressParameters, patientsOf } from '@/lib/catalogue/module-filter-rules'
import { readCalculator } from '@/lib/catalogue/prices/calculator-rules'
import { listOpenShortlists } from '@/lib/comparison/get-shortlist'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { addModule } from '../../shortlists/actions'

/** Read once for the title and the page. */
const readPage = cache(async (id: string) => getModulePage(await readContext(), id))

type Props = { params: Promise<{ id: string }>; searchParams: Promise<AddressParameters> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readPage((await params).id)
  return { title: page ? page.module.listing.name : 'Page not found' }
}

export default async function ModulePage({ params, searchParams }: Props) {
  const ctx = await readContext()
  const page = await readPage((await params).id)
  const entry = page && (await getConformance(ctx, page.module.moduleVersionId))
  if (!page || !entry) notFound()
  const { id, listing, supplier } = page.module
  const [own, asked] = [await getOwnListSize(ctx), await searchParams]
  return (
    <>
      <Breadcrumbs trail={[{ href: '/modules', text: 'Modules' }]} />
      <PageTitle caption={supplier.brand}>{listing.name}</PageTitle>
      <ModuleDocument
        page={page}
        entry={entry}
        names={await getReferenceNames(ctx.actor)}
        calculator={{
          ...readCalculator(asked),
          patients: patientsOf(asked.n) ?? own?.patients ?? null,
          sizeHint: listSizeHint(own, dayOf(ctx.now)),
          today: dayOf(ctx.now),
        }}
      >
        <AddToShortlist moduleId={id} offer={await listOpenShortlists(ctx.actor, id)} action={addModule} />
      </ModuleDocument>
    </>
  )
}
