import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoricFacts } from '@/components/catalogue/historic-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { productWords, supplierWords } from '@/lib/catalogue/historic/historic-example'
import { getHistoric } from '@/lib/catalogue/historic/list-historic'
import { readContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Historic example' }

type Props = { params: Promise<{ id: string }> }

export default async function HistoricPage({ params }: Props) {
  const example = await getHistoric(await readContext(), (await params).id)
  if (!example) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/modules', text: 'Modules' },
          { href: '/modules?historic=1', text: 'Historic examples' },
        ]}
      />
      <PageTitle caption={supplierWords(example)}>{productWords(example)}</PageTitle>
      <HistoricFacts example={example} />
    </>
  )
}
