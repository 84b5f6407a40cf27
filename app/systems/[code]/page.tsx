import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Choices } from '@/components/systems/choices'
import { PracticeSystems } from '@/components/systems/practice-systems'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { readContext } from '@/lib/identity/context'
import { getPractice } from '@/lib/insight/get-practice'
import { listChoices } from '@/lib/insight/list-choices'

export const metadata: Metadata = { title: 'What a practice runs' }

export default async function PracticePage({ params }: { params: Promise<{ code: string }> }) {
  const ctx = await readContext()
  const practice = await getPractice(ctx.actor, (await params).code)
  if (!practice) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/systems', text: 'Practices and their systems' }]} />
      <PracticeSystems
        practice={practice}
        choices={<Choices practice={practice} found={await listChoices(ctx, practice)} />}
      />
    </>
  )
}
