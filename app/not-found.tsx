import { PageTitle } from '@/components/ui/page-title'

export const metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <>
      <PageTitle>Page not found</PageTitle>
      <p>There is nothing here, or it is not yours to see. If you typed the address, check it.</p>
      <p>
        If you expected to see a record of your organisation, <a href="/sign-in">sign in</a> with an account of that
        organisation, or change the organisation you act for at the top of the page.
      </p>
      <p>
        You can also <a href="/modules">look at the modules</a>, <a href="/market">the market</a> or start again from{' '}
        <a href="/">the home page</a>.
      </p>
    </>
  )
}
