import type { Metadata } from 'next'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { PageTitle } from '@/components/ui/page-title'
import { mayEditNeeds } from '@/lib/comparison/needs-profiles/needs-profile-policy'
import { requireContext } from '@/lib/identity/context'
import { create } from '../actions'

export const metadata: Metadata = { title: 'Say what you need' }

export default async function NewNeedsProfilePage() {
  const ctx = await requireContext()
  const decision = mayEditNeeds(ctx.actor, ctx.actor)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/shortlists', text: 'Shortlists' },
          { href: '/shortlists/needs', text: 'What you need' },
        ]}
      />
      <PageTitle>Say what you need</PageTitle>
      {decision.allowed ? (
        <ActionForm action={create} button="Begin">
          <FormTextField
            name="name"
            label="Name of the profile"
            hint="Up to 255 characters, such as “New system in 2027”"
            maxLength={255}
          />
        </ActionForm>
      ) : (
        <InsetText>{decision.because}.</InsetText>
      )}
    </>
  )
}
