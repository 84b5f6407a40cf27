import { Bell } from '@/components/notifications/bell'
import type { Account } from '@/lib/identity/person'
import { Fold } from './fold'
import { FoldKeys } from './fold-keys'
import { Navigation } from './navigation'

type Props = {
  account: Account | undefined
  /** How many notifications the reader has not read. */
  unread: number
  demo: boolean
  path: string
  chooseOrganisation: (form: FormData) => Promise<void>
}

/**
 * The top of every page: name, search, who is signed in and for whom they act, and the ways on. On a narrow screen each of the
 * last three folds into one word. No logo of the NHS: it belongs to NHS organisations.
 */
export function Masthead({ account, unread, demo, path, chooseOrganisation }: Props) {
  return (
    <header className="masthead">
      <div className="nhsuk-width-container masthead__row">
        <div className="masthead__title">
          <a className="masthead__name" href="/">
            Choose and switch GP systems
          </a>{' '}
          {demo ? <span className="masthead__demo">Demonstration</span> : null}
        </div>
        <Fold label="Search" name="masthead" kind="bar">
          <form className="masthead__search" action="/search" method="get">
            <label className="nhsuk-u-visually-hidden" htmlFor="masthead-search">
              Search the portal
            </label>
            <input id="masthead-search" name="q" type="search" autoComplete="off" placeholder="Name, number or code" />
            <button type="submit">Search</button>
          </form>
        </Fold>
        {account ? (
          <Fold label={unread > 0 ? `Account (${unread > 99 ? '99+' : unread})` : 'Account'} name="masthead" kind="bar">
            <SignedIn account={account} unread={unread} chooseOrganisation={chooseOrganisation} />
          </Fold>
        ) : (
          <a className="masthead__sign-in" href={`/sign-in?back=${encodeURIComponent(path)}`}>
            Sign in
          </a>
        )}
        <Navigation account={account} path={path} />
      </div>
      <FoldKeys />
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
    <div className="masthead__account">
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
    </div>
  )
}
