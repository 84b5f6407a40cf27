import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { FormTextField } from '@/components/ui/form-fields'
import { ownPath } from '@/lib/identity/own-path'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  prove: FormAction
  back: string
  csrf: string
  openId: boolean
}

/** The password once more, or a fresh sign-in at the organisation's own provider, which is told to ask again. */
export function ProveForm({ prove, back, csrf, openId }: Props) {
  return (
    <>
      <ActionForm action={prove} hidden={{ back: ownPath(back) }} button="Go on">
        <FormTextField name="password" label="Your password" type="password" autoComplete="current-password" />
      </ActionForm>
      {openId ? (
        <form action="/api/auth/signin/oidc?prompt=login&max_age=0" method="post">
          <input type="hidden" name="csrfToken" value={csrf} />
          <input type="hidden" name="callbackUrl" value={ownPath(back)} />
          <Button look="secondary">Sign in again with your organisation</Button>
        </form>
      ) : null}
    </>
  )
}
