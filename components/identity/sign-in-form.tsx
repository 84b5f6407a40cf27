import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { InsetText } from '@/components/ui/inset-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { TextField } from '@/components/ui/text-field'
import { ownPath } from '@/lib/identity/own-path'

type Props = { csrf: string; back: string; error?: string; done?: string; demo: boolean; openId: boolean }

const wrongPair =
  'The email address or password is not right, or the account is locked for 15 minutes after 5 wrong tries'
const words = new Map([
  ['CredentialsSignin', wrongPair],
  ['AccessDenied', 'No account here belongs to that identity. Ask a curator to invite you.'],
])

/** Plain forms that the browser sends itself: no script is needed to sign in. */
export function SignInForm({ csrf, back, error, done, demo, openId }: Props) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        {done ? <Notice>{done}</Notice> : null}
        {error ? <ErrorSummary state={{ message: words.get(error) ?? 'Signing in did not work. Try again.' }} /> : null}
        <PageTitle>Sign in</PageTitle>
        <form action="/api/auth/callback/credentials" method="post">
          <input type="hidden" name="csrfToken" value={csrf} />
          <input type="hidden" name="callbackUrl" value={ownPath(back)} />
          <TextField name="email" label="Email address" type="email" autoComplete="username" required />
          <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
          <Button>Sign in</Button>
        </form>
        {openId ? (
          <form action="/api/auth/signin/oidc" method="post">
            <input type="hidden" name="csrfToken" value={csrf} />
            <input type="hidden" name="callbackUrl" value={ownPath(back)} />
            <Button look="secondary">Sign in with your organisation</Button>
          </form>
        ) : null}
        {demo ? (
          <InsetText>
            <p>
              This is a demonstration. Every account has the password <code>demonstration</code>, for example
              manager@riverside.example or approver@northbank.example.
            </p>
          </InsetText>
        ) : null}
        <p>
          <a href="/forgotten-password">You have forgotten your password</a>
        </p>
        <p>Accounts are made by invitation. Ask a curator of the national authority, or a supplier to join its own.</p>
      </div>
    </div>
  )
}
