import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { signOut } from '../account/actions'

export const metadata = { title: 'Sign out' }

export default function SignOutPage() {
  return (
    <>
      <PageTitle>Sign out</PageTitle>
      <p>What you have saved stays. You can sign in again at any time.</p>
      <form action={signOut}>
        <Button>Sign out</Button>
      </form>
    </>
  )
}
