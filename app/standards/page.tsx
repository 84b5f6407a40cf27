import type { Metadata } from 'next'
import { ComingVersions, Roadmap, StandardsList } from '@/components/standards/standard-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { listStandards } from '@/lib/assurance/standards/list-standards'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Standards' }

export default async function StandardsPage() {
  const ctx = await readContext()
  const { standards, roadmap } = await listStandards(ctx)
  const today = dayOf(ctx.now)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      <PageTitle>Standards</PageTitle>
      <p>
        What modules are assessed against. A new version is published before it takes effect. Modules already listed
        have until the end of its transition to meet it, new ones must meet it from the day it takes effect.
      </p>
      <h2 className="nhsuk-heading-m">What is coming</h2>
      <ComingVersions standards={standards} today={today} />
      <Roadmap items={roadmap} />
      <h2 className="nhsuk-heading-m">All standards</h2>
      <StandardsList standards={standards.filter((s) => !s.retired)} today={today} caption="In use" />
      <Details summary="Standards that are retired">
        <StandardsList standards={standards.filter((s) => s.retired)} today={today} caption="Retired" />
      </Details>
    </>
  )
}
