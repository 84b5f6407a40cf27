import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChoicesHint } from '@/components/systems/choices-hint'
import { PracticeSystems } from '@/components/systems/practice-systems'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { readContext } from '@/lib/identity/context'
import { getPractice } from '@/lib/insight/get-practice'

export const metadata: Metadata = { title: 'What a practice runs' }

export default async function PracticePage({ params }: { params: Promise<{ code: string }> }) {
  const { actor } = await readContext()
  const practice = await getPractice(actor, (await params).code)
  if (!practice) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/systems', text: 'Practices and their systems' }]} />
      <PracticeSystems practice={practice} choices={<ChoicesHint practice={practice} />} />
    </>
  )
}
