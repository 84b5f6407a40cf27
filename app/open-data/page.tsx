import type { Metadata } from 'next'
import { RegisterBulk } from '@/components/assurance/register-bulk'
import { Sources } from '@/components/layout/sources'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getBulkCheckpoint } from '@/lib/assurance/register/bulk/read-bulk'

export const metadata: Metadata = { title: 'Open data and sources' }

export default async function OpenDataPage() {
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Open data and sources</PageTitle>
      <RegisterBulk checkpoint={await getBulkCheckpoint()} />
      <p>
        What was found and decided about modules stands in the <a href="/evidence-log">evidence log</a>, which anybody
        can verify without trusting this site.
      </p>
      <Sources />
    </>
  )
}
