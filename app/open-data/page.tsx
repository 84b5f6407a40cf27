import type { Metadata } from 'next'
import { Sources } from '@/components/layout/sources'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'

export const metadata: Metadata = { title: 'Open data and sources' }

export default function OpenDataPage() {
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Open data and sources</PageTitle>
      <p>
        What was found and decided about modules stands in the <a href="/evidence-log">evidence log</a>, which anybody
        can verify without trusting this site.
      </p>
      <Sources />
    </>
  )
}
