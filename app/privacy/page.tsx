import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'

export const metadata: Metadata = { title: 'Privacy' }

export default function PrivacyPage() {
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Privacy</PageTitle>
      <h2 className="nhsuk-heading-m">No patient is in here</h2>
      <p>
        The portal holds no patient, no medical record and no NHS number, not even a hash of one. When a switch is
        checked, the comparison runs at the practice; the portal gets one signed report of counts. Text that holds a
        valid NHS number is refused.
      </p>
      <h2 className="nhsuk-heading-m">What we hold about you</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, email address, roles and their dates, given by a curator</li>
        <li>a hash of your password, made with argon2id, or the identity your organisation’s provider gave us</li>
        <li>your open sessions: when they began and the name of the browser</li>
        <li>what you decided and signed, because public money and public systems depend on it</li>
      </ul>
      <h2 className="nhsuk-heading-m">Cookies</h2>
      <p>Only those that signing in needs. There is no analytics, no advertising and nothing from anybody else.</p>
      <h2 className="nhsuk-heading-m">How long</h2>
      <p>
        A session ends after 12 hours. Decisions, signatures and their history are kept; they hold your id, not your
        name, so that your name can be removed without breaking the record.
      </p>
      <h2 className="nhsuk-heading-m">Your rights</h2>
      <p>
        You may see, correct and, where the law allows, have removed what we hold about you. Write to the organisation
        that runs the portal for you; you may also complain to the Information Commissioner’s Office.
      </p>
    </>
  )
}
