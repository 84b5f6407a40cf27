import type { Metadata } from 'next'
import { Choices } from '@/components/systems/choices'
import { FoundPractices } from '@/components/systems/found-practices'
import { OwnPractice } from '@/components/systems/own-practice'
import { PracticeSearchForm } from '@/components/systems/practice-search-form'
import { PracticeSystems } from '@/components/systems/practice-systems'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { readContext } from '@/lib/identity/context'
import { listChoices } from '@/lib/insight/list-choices'
import { getOwnSystems } from '@/lib/insight/options/get-own-systems'
import { searchPractices } from '@/lib/insight/search-practices'

export const metadata: Metadata = { title: 'What a practice runs' }

export default async function SystemsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const ctx = await readContext()
  const text = [(await searchParams).q ?? ''].flat()[0]!
  const own = text === '' ? await getOwnSystems(ctx) : undefined
  const search = await searchPractices(ctx.actor, text)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {own ? (
        <PracticeSystems
          practice={own.practice}
          contracts={<OwnPractice own={own} />}
          choices={<Choices practice={own.practice} found={await listChoices(ctx, own.practice)} />}
        />
      ) : (
        <PageTitle>Which system does a practice run?</PageTitle>
      )}
      {own ? <h2 className="nhsuk-heading-m">Other practices</h2> : null}
      <PracticeSearchForm text={search.text} />
      <FoundPractices search={search} />
    </>
  )
}
