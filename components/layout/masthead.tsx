import { Bell } from '@/components/notifications/bell'
import type { Account } from '@/lib/identity/person'
import { Navigation } from './navigation'

type Props = {
  account: Account | undefined
  /** How many notifications the reader has not read. */
  unread: number
  demo: boolean
  path: string
  chooseOrganisation: (form: FormData) => Promise<void>
}

/** The top of every page: name, search, who is signed in and for whom they act. No logo of the NHS: it belongs to NHS organisations. */
export function Masthead({ account, unread, demo, path, chooseOrganisation }: Props) {
  return (
    <header>
      <div className="masthead">
        <div className="nhsuk-width-container masthead__row">
          <a className="masthead__name" href="/">
            Choose and switch GP systems
          </a>
          {demo ? <span className="masthead__demo">Demonstration</span> : null}
          <form className="masthead__search" action="/search" method="get">
            <label className="nhsuk-u-visually-hidden" htmlFor="masthead-search">
              Search the portal
            </label>
            <input id="masthead-search" name="q" type="search" autoComplete="off" placeholder="Name, number or code" />
            <button type="submit">Search</button>
          </form>
          <div className="masthead__account">
            {account ? (
              <SignedIn account={account} unread={unread} chooseOrganisation={chooseOrganisation} />
            ) : (
              <a href={`/sign-in?back=${encodeURIComponent(path)}`}>Sign in</a>
            )}
          </div>
        </div>
      </div>
      <Navigation account={account} path={path} />
    </header>
  )
}

function SignedIn({
  account,
  unread,
  chooseOrganisation,
}: {
  account: Account
  unread: number
  chooseOrganisation: Props['chooseOrganisation']
}) {
  const acting = account.organisations.find((o) => o.id === account.organisationId)
  return (
    <>
      {account.organisations.length > 1 ? (
        <form className="masthead__switch" action={chooseOrganisation}>
          <label className="nhsuk-u-visually-hidden" htmlFor="acting">
            You act for
          </label>
          <select id="acting" name="organisationId" defaultValue={account.organisationId ?? undefined}>
            {account.organisations.map((o) => (
              <option key={o.id} value={o.id}>
                {o.name}
              </option>
            ))}
          </select>
          <button type="submit">Change</button>
        </form>
      ) : (
        <span>{acting?.name}</span>
      )}
      <Bell key={unread} unread={unread} />
      <a href="/account">{account.name}</a>
      <a href="/sign-out">Sign out</a>
    </>
  )
}
