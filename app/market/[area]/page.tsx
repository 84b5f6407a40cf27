import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AreaPractices } from '@/components/insight/area-practices'
import { AreaSummary } from '@/components/insight/area-summary'
import { MovesTable } from '@/components/insight/moves-table'
import { SharesTable } from '@/components/insight/shares-table'
import { SourceNote } from '@/components/insight/source-note'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { readContext } from '@/lib/identity/context'
import { getMarket } from '@/lib/insight/get-market'
import { listAreaPractices } from '@/lib/insight/list-area-practices'
import { national } from '@/lib/insight/market-rules'
import { yearsOf } from '@/lib/insight/market-words'

export const metadata: Metadata = { title: 'The market in an area' }

export default async function AreaPage({ params }: { params: Promise<{ area: string }> }) {
  const { actor } = await readContext()
  const market = await getMarket(actor)
  const code = (await params).area.toUpperCase()
  const area = market.areas.find((one) => one.code === code)
  if (!area) notFound()
  const practices = market.origin === 'database' ? await listAreaPractices(actor, code) : []
  const years = yearsOf(market)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/market', text: 'The market' }]} />
      <PageTitle caption={area.icbName}>{area.name}</PageTitle>
      <AreaSummary area={area} england={national(market)} />
      <SharesTable caption="Systems of this area" {...area} years={years} />
      <h2 className="nhsuk-heading-m">
        Who switched between {years.before} and {years.now}
      </h2>
      <MovesTable moves={area.moves} years={years} />
      <SourceNote market={market} />
      <h2 className="nhsuk-heading-m" id="practices">
        Practices
      </h2>
      <AreaPractices practices={practices} />
    </>
  )
}
