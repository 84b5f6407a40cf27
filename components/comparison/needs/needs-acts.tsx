import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import type { NeedsPage } from '@/lib/comparison/needs-profiles/get-needs-profile'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  view: NeedsPage
  actions: {
    ask: FormAction
    copy: FormAction
    share: FormAction
    unshare: FormAction
    archive: FormAction
    restore: FormAction
  }
}

/** What a buyer may do with a profile of their organisation. */
export function NeedsActs({ view, actions }: Props) {
  const { profile, missing, commissioner } = view
  const move = { id: profile.id, version: profile.version }
  if (profile.state === 'archived')
    return <ActionForm action={actions.restore} hidden={move} button="Bring this profile back" look="secondary" />
  return (
    <>
      <AskForPlan view={view} ask={actions.ask} />
      {missing ? null : (
        <p>A plan looks at every module of the catalogue as it is listed and priced at the moment you ask.</p>
      )}
      <ActionForm
        action={actions.copy}
        hidden={{ id: profile.id }}
        button="Copy it"
        look="secondary"
        summary="Copy this profile"
      >
        <FormTextField name="name" label="Name of the copy" value={`${profile.name.slice(0, 240)}, a copy`} />
      </ActionForm>
      {commissioner && profile.sharedWithId === null ? (
        <ActionForm
          action={actions.share}
          hidden={move}
          button={`Share with ${commissioner.name}`}
          look="secondary"
          summary="Share with your commissioner"
        >
          <p>{commissioner.name} can then read this profile and its plans. It cannot change them.</p>
        </ActionForm>
      ) : null}
      {profile.sharedWithId ? (
        <ActionForm
          action={actions.unshare}
          hidden={move}
          button="Stop sharing with the commissioner"
          look="secondary"
        />
      ) : null}
      <ActionForm action={actions.archive} hidden={move} button="Archive this profile" look="secondary" />
    </>
  )
}

function AskForPlan({ view: { profile, missing }, ask }: { view: NeedsPage; ask: FormAction }) {
  if (missing) return <p>Before you can ask for a plan, “{missing}” must be filled in.</p>
  return (
    <ActionForm
      action={ask}
      hidden={{ profileId: profile.id, version: profile.version }}
      button="Find the best combination"
    />
  )
}
