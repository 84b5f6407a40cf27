import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StandardsTable } from '@/components/assurance/standards-table'
import { ModuleCapabilities, ModuleFeatures } from '@/components/catalogue/module-capabilities'
import { ModuleDescription, SuspendedModule } from '@/components/catalogue/module-description'
import { ModuleFacts } from '@/components/catalogue/module-facts'
import { ModulePrices } from '@/components/catalogue/module-prices'
import { Section, SectionLinks } from '@/components/catalogue/section'
import { AddToShortlist } from '@/components/comparison/add-to-shortlist-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getConformance } from '@/lib/assurance/get-register-entry'
import { standingOfEntry } from '@/lib/assurance/register-view'
import { getModule } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { patientsOf } from '@/lib/catalogue/module-filter-rules'
import { isOffSale } from '@/lib/catalogue/module-rules'
import { listOpenShortlists } from '@/lib/comparison/get-shortlist'
import { readContext } from '@/lib/identity/context'
import { addModule } from '../../shortlists/actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ n?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await getModule(await readContext(), (await params).id)
  return { title: found ? found.listing.name : 'Page not found' }
}

export default async function ModulePage({ params, searchParams }: Props) {
  const ctx = await readContext()
  const found = await getModule(ctx, (await params).id)
  if (!found) notFound()
  const entry = (await getConformance(ctx, found.moduleVersionId))!
  const names = await getReferenceNames(ctx.actor)
  const patients = patientsOf((await searchParams).n)
  const standing = standingOfEntry(entry)
  const trail = [{ href: '/modules', text: 'Modules' }]
  const title = <PageTitle caption={found.supplier.brand}>{found.listing.name}</PageTitle>
  if (isOffSale(standing))
    return [<Breadcrumbs trail={trail} key="trail" />, title, <SuspendedModule standing={standing} key="why" />]
  return (
    <>
      <Breadcrumbs trail={trail} />
      {title}
      <SectionLinks />
      <ModuleDescription module={found} standing={standing} names={names} />
      <AddToShortlist moduleId={found.id} offer={await listOpenShortlists(ctx.actor, found.id)} action={addModule} />
      <ModuleFeatures features={found.listing.features} />
      <ModuleCapabilities module={found} results={entry.capabilities} names={names} />
      <Section id="standards">
        <StandardsTable standards={entry.standards} />
      </Section>
      <ModulePrices module={found} patients={patients} />
      <ModuleFacts module={found} names={names} />
    </>
  )
}
