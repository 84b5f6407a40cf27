import type { Metadata } from 'next'
import { ComingVersions, Roadmap, StandardsList } from '@/components/standards/standard-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { PageTitle } from '@/components/ui/page-title'
import { listStandards } from '@/lib/assurance/standards/list-standards'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { narrow } from '@/lib/platform/narrow-list'

export const metadata: Metadata = { title: 'Standards' }

const states = [
  { value: 'in-use', text: 'In use' },
  { value: 'retired', text: 'Retired' },
]
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StandardsPage({ searchParams }: Props) {
  const ctx = await readContext()
  const { standards, roadmap } = await listStandards(ctx)
  const today = dayOf(ctx.now)
  const inUseFirst = standards.toSorted((a, b) => Number(a.retired) - Number(b.retired))
  const found = narrow(inUseFirst, await searchParams, {
    textOf: (s) => `${s.name} ${s.id}`,
    stateOf: (s) => (s.retired ? 'retired' : 'in-use'),
  })
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
      <NarrowedList
        path="/standards"
        found={found}
        noun={['standard', 'standards']}
        hint="A part of the name, or the id"
        states={states}
      >
        <StandardsList standards={found.rows} today={today} />
      </NarrowedList>
    </>
  )
}
