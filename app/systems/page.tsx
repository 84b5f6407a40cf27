import type { Metadata } from 'next'
import { Choices } from '@/components/systems/choices'
import { FoundPractices } from '@/components/systems/found-practices'
import { OwnContracts } from '@/components/systems/own-contracts'
import { PracticeSearchForm } from '@/components/systems/practice-search-form'
import { PracticeSystems } from '@/components/systems/practice-systems'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { readContext } from '@/lib/identity/context'
import { getOwnPractice } from '@/lib/insight/get-practice'
import { listChoices } from '@/lib/insight/list-choices'
import { listPracticeContracts } from '@/lib/insight/list-practice-contracts'
import { searchPractices } from '@/lib/insight/search-practices'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'What a practice runs' }

export default async function SystemsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const ctx = await readContext()
  const { actor } = ctx
  const text = [(await searchParams).q ?? ''].flat()[0]!
  const own = text === '' ? await getOwnPractice(actor) : undefined
  const contracts = own ? await listPracticeContracts(actor, own.organisationId, dayOf(ctx.now)) : []
  const search = await searchPractices(actor, text)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {own ? (
        <PracticeSystems
          practice={own}
          contracts={<OwnContracts contracts={contracts} />}
          choices={<Choices practice={own} found={await listChoices(ctx, own)} />}
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
