import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { guides, guideTitle } from '@/lib/switching/guide/get-guide'
import type { GuideRole } from '@/lib/switching/guide/guide-stages'

export const metadata: Metadata = { title: 'Guides to switching' }

export default function GuidesPage() {
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Guides to switching</PageTitle>
      <p>For people who have never moved a practice to another system. Choose who you are.</p>
      <ul>
        {(Object.keys(guides) as GuideRole[]).map((role) => (
          <li key={role}>
            <a href={`/switches/guide/${role}`}>{guideTitle(role)}</a>: {guides[role].intro}
          </li>
        ))}
      </ul>
    </>
  )
}
