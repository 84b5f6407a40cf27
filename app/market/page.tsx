import type { Metadata } from 'next'
import { AreaTable } from '@/components/insight/area-table'
import { Concentration } from '@/components/insight/concentration'
import { MarketFilterForm } from '@/components/insight/market-filter-form'
import { MovesTable } from '@/components/insight/moves-table'
import { RankedPlot } from '@/components/insight/ranked-plot'
import { SharesTable } from '@/components/insight/shares-table'
import { SourceNote } from '@/components/insight/source-note'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { readContext } from '@/lib/identity/context'
import { getMarket } from '@/lib/insight/get-market'
import { marketQuery, parseMarketFilter, rankAreas } from '@/lib/insight/market-filter'
import { hhi, national } from '@/lib/insight/market-rules'
import { yearsOf } from '@/lib/insight/market-words'

export const metadata: Metadata = { title: 'The market' }

export default async function MarketPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { actor } = await readContext()
  const market = await getMarket(actor)
  const filter = parseMarketFilter(await searchParams)
  const england = national(market)
  const years = yearsOf(market)
  const rows = rankAreas(market.areas, filter)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Which clinical systems English practices run</PageTitle>
      <SharesTable caption="England" {...england} years={years} />
      <SourceNote market={market} />
      <Concentration england={england} areas={market.areas.length} />
      <h2 className="nhsuk-heading-m" id="areas">
        Area by area
      </h2>
      <MarketFilterForm filter={filter} market={market} />
      <RankedPlot rows={rows} weight={filter.weight} england={hhi(england[filter.weight])} />
      <p>
        <a href={`/market/areas.csv${marketQuery(filter)}`}>Download these areas as a table (CSV)</a>
      </p>
      <AreaTable rows={rows} weight={filter.weight} />
      <h2 className="nhsuk-heading-m" id="switches">
        Who switched between {years.before} and {years.now}
      </h2>
      <p>
        <a href="/market/switches">Switches on this portal, in figures</a>
      </p>
      <MovesTable moves={england.moves} years={years} />
      <SourceNote market={market} />
    </>
  )
}
