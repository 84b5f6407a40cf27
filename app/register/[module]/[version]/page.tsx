import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConformanceHistory } from '@/components/assurance/conformance-history'
import { RegisterEntry } from '@/components/assurance/register-entry'
import { AsOfForm } from '@/components/assurance/register-table'
import { SignalCount } from '@/components/assurance/signal-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getConformanceHistory } from '@/lib/assurance/register/get-conformance-history'
import { getRegisterEntry } from '@/lib/assurance/register/get-register-entry'
import { countSignalsOf } from '@/lib/assurance/signals/list-signals'
import { readContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Register entry' }

type Props = {
  params: Promise<{ module: string; version: string }>
  searchParams: Promise<{ asOf?: string; corrected?: string }>
}

export default async function RegisterEntryPage({ params, searchParams }: Props) {
  const ctx = await readContext()
  const { module: moduleId, version } = await params
  const { asOf } = await searchParams
  const result = await getRegisterEntry(ctx, moduleId, version, await searchParams)
  if (!result.ok && result.refusal.kind === 'not-found') notFound()
  const errors = !result.ok && result.refusal.kind === 'invalid' ? result.refusal.fields.asOf : undefined
  const title = result.ok ? `${result.value.name} ${result.value.version}` : 'Not a day of the register'
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      <PageTitle caption="Register">{title}</PageTitle>
      {result.ok ? (
        <RegisterEntry entry={result.value}>
          <SignalCount count={await countSignalsOf(result.value.moduleVersionId)} />
          {asOf ? null : (
            <ConformanceHistory history={await getConformanceHistory(ctx, result.value.moduleVersionId)} />
          )}
        </RegisterEntry>
      ) : null}
      <AsOfForm
        action={`/register/${moduleId}/${version}`}
        asOf={result.ok ? result.value.asOf : (asOf ?? '')}
        {...(errors ? { errors } : {})}
      />
    </>
  )
}
