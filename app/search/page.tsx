import type { Metadata } from 'next'
import { SearchAnswerView } from '@/components/insight/search-answer'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { TextField } from '@/components/ui/text-field'
import { readContext } from '@/lib/identity/context'
import { searchEverything } from '@/lib/insight/search/search-everything'

export const metadata: Metadata = { title: 'Search' }

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const ctx = await readContext()
  const answer = await searchEverything(ctx, [(await searchParams).q ?? ''].flat()[0]!)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Search</PageTitle>
      <form action="/search" method="get" aria-label="Search everything">
        <TextField name="q" label="Name, number or code" value={answer.text} />
        <button className="nhsuk-button" type="submit">
          Search
        </button>
      </form>
      <SearchAnswerView answer={answer} isSignedIn={ctx.actor.kind === 'person'} />
    </>
  )
}
