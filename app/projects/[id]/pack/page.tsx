import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FollowedView } from '@/components/procurement/followed-view'
import { PackView } from '@/components/procurement/pack-view'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FormFile } from '@/components/ui/form-fields'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { getPackText } from '@/lib/procurement/competitions/get-pack-text'
import { getWhatFollowed } from '@/lib/procurement/packs/get-what-followed'
import { verify } from '../../actions'

export const metadata: Metadata = { title: 'Decision pack' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ file?: string }> }

export default async function PackPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const pack = await getPackText(ctx.actor, (await params).id)
  if (!pack) notFound()
  const { id, name, sha256, text } = pack
  const followed = await getWhatFollowed(ctx, id)
  const nameOf = await nameOrganisations(followed?.declared.map(({ supplierId }) => supplierId) ?? [])
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/projects', text: 'Projects' },
          { href: `/projects/${id}`, text: name },
        ]}
      />
      <PageTitle caption={name}>Decision pack</PageTitle>
      <PackView id={id} sha256={sha256} given={(await searchParams).file} blocks={text.blocks} />
      {followed ? <FollowedView id={id} followed={followed} nameOf={nameOf} /> : null}
      <h2 className="nhsuk-heading-m">Verify a file</h2>
      <ActionForm action={verify} hidden={{ id }} button="Compare the file">
        <FormFile
          name="file"
          label="A decision pack as JSON"
          hint="The portal works out its SHA-256 and keeps nothing of the file"
          accept="application/json,.json"
        />
      </ActionForm>
    </>
  )
}
