import type { Metadata } from 'next'
import { CheckWaivers } from '@/components/runs/check-waivers'
import { SuiteFacts } from '@/components/runs/suite-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listCheckWaivers } from '@/lib/assurance/check-waivers/list-check-waivers'

export const metadata: Metadata = { title: 'What machines test' }

export default async function ConformancePage() {
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      <PageTitle>What machines test</PageTitle>
      <p>
        A supplier’s sandbox with made-up patients is tested over the network against these checks. Each is written from
        a requirement. The result of a run that counts is signed, and <a href="/evidence-log">anybody can verify it</a>.
      </p>
      <SuiteFacts />
      <CheckWaivers waivers={await listCheckWaivers()} />
    </>
  )
}
