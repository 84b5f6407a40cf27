import { PageTitle } from '@/components/ui/page-title'

export const metadata = { title: 'You cannot do this' }

export default function Forbidden() {
  return (
    <>
      <PageTitle>You cannot do this</PageTitle>
      <p>
        You are signed in, but none of your roles allows it. Roles are given by a curator of the national authority.
      </p>
      <p>
        See <a href="/account">your roles</a>, or go back to <a href="/">the home page</a>.
      </p>
    </>
  )
}
