import type { Metadata } from 'next'
import { LogTable } from '@/components/assurance/log-table'
import { VerifySteps } from '@/components/assurance/verify-steps'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { placeInput } from '@/lib/assurance/evidence-log/log-schema'
import { getLog } from '@/lib/assurance/evidence-log/read-log'

export const metadata: Metadata = { title: 'Evidence log' }

type Props = { searchParams: Promise<{ below?: string }> }

export default async function EvidenceLogPage({ searchParams }: Props) {
  const below = placeInput.safeParse((await searchParams).below)
  const { size, checkpoint, lines, next } = await getLog(below.success ? below.data : undefined)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      <PageTitle>Evidence log</PageTitle>
      <p>
        Every signed finding, decision and waiver is signed by the portal and added here. Nothing can be changed or
        taken out without that being found. You do not have to trust us: download a proof and verify it yourself.
      </p>
      <VerifySteps size={size} checkpoint={checkpoint} />
      <h2 className="nhsuk-heading-m">Leaves</h2>
      <LogTable lines={lines} covered={checkpoint?.size ?? 0} />
      {next === undefined ? null : (
        <p className="no-print">
          <a href={`/evidence-log?below=${next}`}>Older leaves</a>
        </p>
      )}
    </>
  )
}
