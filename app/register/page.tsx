import type { Metadata } from 'next'
import { AsOfForm, RegisterTable } from '@/components/assurance/register-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listRegister } from '@/lib/assurance/get-register-entry'
import { readContext } from '@/lib/identity/context'
import { dayWords } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Register' }

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ asOf?: string }> }) {
  const ctx = await readContext()
  const { asOf } = await searchParams
  const result = await listRegister(ctx, asOf)
  const errors = result.ok || result.refusal.kind !== 'invalid' ? undefined : result.refusal.fields.asOf
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Register of modules</PageTitle>
      <p>
        What is known of each module in the catalogue. Every label is worked out from signed findings, plans and
        decisions; nobody types one. What nobody has found out is “not assessed”, never green.{' '}
        <a href="/standards">The standards and what is coming</a>
      </p>
      <AsOfForm
        action="/register"
        asOf={result.ok ? result.value.asOf : (asOf ?? '')}
        {...(errors ? { errors } : {})}
      />
      {result.ok ? (
        <>
          <p>As known at the end of {dayWords(result.value.asOf)}.</p>
          <RegisterTable rows={result.value.rows} asOf={result.value.asOf} past={asOf !== undefined} />
        </>
      ) : null}
    </>
  )
}
