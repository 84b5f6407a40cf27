import type { Metadata } from 'next'
import { ComparisonTable } from '@/components/comparison/comparison-table'
import { SavedComparisonLinks } from '@/components/comparison/saved-comparison-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import { getOwnListSize } from '@/lib/catalogue/get-own-list-size'
import { listSizeHint } from '@/lib/catalogue/list-size-rules'
import type { AddressParameters } from '@/lib/catalogue/module-filter-rules'
import { compareModules } from '@/lib/comparison/compare-modules'
import { fewestCompared, mostCompared } from '@/lib/comparison/comparison'
import { comparedFor, comparedIds } from '@/lib/comparison/comparison-address'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { refusalWords } from '@/lib/platform/refusal-words'

export const metadata: Metadata = { title: 'Compare modules' }

type Props = { searchParams: Promise<AddressParameters> }

export default async function ComparePage({ searchParams }: Props) {
  const ctx = await readContext()
  const parameters = await searchParams
  const own = await getOwnListSize(ctx)
  const given = comparedFor(parameters)
  const asked = { ...given, patients: given.patients ?? own?.patients ?? null }
  const result = await compareModules(ctx, comparedIds(parameters.m), asked)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/modules', text: 'Modules' }]} />
      <PageTitle>Compare modules</PageTitle>
      {result.ok ? (
        <>
          <ComparisonTable
            comparison={result.value}
            asked={asked}
            sizeHint={listSizeHint(own, dayOf(ctx.now))}
            parameters={parameters}
          />
          <SavedComparisonLinks actor={ctx.actor} ids={result.value.modules.map((module) => module.id)} asked={asked} />
        </>
      ) : (
        <>
          <ErrorSummary
            state={{
              message:
                result.refusal.kind === 'invalid'
                  ? Object.values(result.refusal.fields).flat().join('. ')
                  : refusalWords(result.refusal),
            }}
          />
          <p>
            <a href="/modules">Choose modules from the list</a>: tick {fewestCompared} to {mostCompared} of them, then
            compare.
          </p>
        </>
      )}
    </>
  )
}
