import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeclarationForm } from '@/components/catalogue/declaration-form'
import { DeclarationList, DeclarationStanding } from '@/components/catalogue/declaration-standing'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getDeclarationHomes } from '@/lib/catalogue/declarations/get-declaration'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { declare } from './actions'

export const metadata: Metadata = { title: 'Your declaration' }

const doneWords: Record<string, string> = {
  passed: 'The declaration is made and has passed.',
  'in-review': 'The declaration is made. Somebody of the authority looks at some of the answers.',
  failed: 'The declaration is made and has failed. What failed stands below.',
}

type Props = { searchParams: Promise<{ done?: string }> }

export default async function DeclarationPage({ searchParams }: Props) {
  const homes = await getDeclarationHomes(await requireContext())
  if (!homes) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Your declaration</PageTitle>
      <p>
        Once a year each supplier declares who it is, that nothing excludes it, and how it is insured and keeps data.
        Without a declaration that has passed it cannot submit a listing or make an offer.
      </p>
      {homes.map((home) => (
        <section key={home.supplierId} aria-label={home.brand}>
          <h2 className="nhsuk-heading-m">{home.brand}</h2>
          <DeclarationStanding standing={home.standing} />
          <DeclarationForm home={home} declare={declare} />
          <DeclarationList declarations={home.declarations} address="/supplier/declaration" />
        </section>
      ))}
    </>
  )
}
