import type { Metadata } from 'next'
import { Board } from '@/components/switching/portfolio/board'
import { PortfolioFilterForm } from '@/components/switching/portfolio/portfolio-filter-form'
import { PortfolioTimeline } from '@/components/switching/portfolio/portfolio-timeline'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { dayOf, instantInWords } from '@/lib/platform/days'
import { getPortfolio } from '@/lib/switching/portfolio/get-portfolio'
import { filtered, portfolioFilter } from '@/lib/switching/portfolio/portfolio-filter-schema'

export const metadata: Metadata = { title: 'Switches you pay for' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PortfolioPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const filter = portfolioFilter.parse(await searchParams)
  const { lines, suppliers } = await getPortfolio(ctx.actor, ctx.now)
  const shown = filtered(lines, filter)
  const late = shown.filter((line) => line.late.length > 0).length
  return (
    <>
      <Breadcrumbs trail={[{ href: '/switches', text: 'Switches' }]} />
      <PageTitle>Switches you pay for</PageTitle>
      {lines.length === 0 ? (
        <p>
          Your organisation pays for no switch. What it takes part in stands under <a href="/switches">Switches</a>.
        </p>
      ) : (
        <>
          <PortfolioFilterForm filter={filter} suppliers={suppliers} />
          <p>
            {shown.length === 1 ? '1 switch is shown' : `${shown.length} switches are shown`}; in {late} of them
            something is late.
          </p>
          <h2 className="nhsuk-heading-m">By stage</h2>
          <Board lines={shown} />
          <h2 className="nhsuk-heading-m">In time</h2>
          {shown.length === 0 ? (
            <p>No switch fits this choice.</p>
          ) : (
            <PortfolioTimeline lines={shown} today={dayOf(ctx.now)} />
          )}
          <p className="muted">As of {instantInWords(ctx.now)}. Print this page from your browser.</p>
        </>
      )}
    </>
  )
}
