import type { Metadata } from 'next'
import { SaveComparison, SavedComparisonTable } from '@/components/comparison/saved-comparisons'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { InsetText } from '@/components/ui/inset-text'
import { PageTitle } from '@/components/ui/page-title'
import { listModules } from '@/lib/catalogue/get-module'
import type { AddressParameters } from '@/lib/catalogue/module-filter-rules'
import { comparedFor, comparedIds } from '@/lib/comparison/comparison-address'
import { listSavedComparisons } from '@/lib/comparison/saved-comparisons/get-saved-comparison'
import { mayKeepShortlist } from '@/lib/comparison/shortlist-policy'
import { requireContext } from '@/lib/identity/context'
import { save } from './actions'

export const metadata: Metadata = { title: 'Saved comparisons' }

export default async function SavedComparisonsPage({ searchParams }: { searchParams: Promise<AddressParameters> }) {
  const ctx = await requireContext()
  const parameters = await searchParams
  const modules = await listModules(ctx, comparedIds(parameters.m))
  const { patients, term } = comparedFor(parameters)
  const decision = mayKeepShortlist(ctx.actor, ctx.actor)
  const m = modules.map((module) => module.id).join(',')
  return (
    <>
      <Breadcrumbs trail={[{ href: '/modules', text: 'Modules' }]} />
      <PageTitle>Saved comparisons</PageTitle>
      {decision.allowed ? null : <InsetText>{decision.because}.</InsetText>}
      {decision.allowed && modules.length > 0 ? (
        <SaveComparison
          action={save}
          hidden={{ m, n: String(patients ?? ''), term: String(term ?? '') }}
          names={modules.map((module) => module.listing.name)}
        />
      ) : null}
      <SavedComparisonTable saved={await listSavedComparisons(ctx.actor)} />
    </>
  )
}
