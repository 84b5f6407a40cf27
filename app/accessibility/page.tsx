import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'

export const metadata: Metadata = { title: 'Accessibility statement' }

export default function AccessibilityPage() {
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Accessibility statement</PageTitle>
      <p>We want as many people as possible to be able to use this portal. You should be able to:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>zoom in up to 400 % without text running off the screen</li>
        <li>use it with a keyboard alone</li>
        <li>use it with a screen reader</li>
        <li>use it without JavaScript: every form and list works before any script has loaded</li>
        <li>read every picture and plot as a table as well</li>
      </ul>
      <h2 className="nhsuk-heading-m">How accessible it is</h2>
      <p>
        We aim at level AA of the Web Content Accessibility Guidelines 2.2. Every page that our journeys visit is
        checked by machine with axe; a violation fails the build. A machine finds only part of what can be wrong. No
        audit by people with disabilities has been made yet.
      </p>
      <h2 className="nhsuk-heading-m">What we know does not work well</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>wide tables scroll sideways in their own box on a narrow screen</li>
        <li>the timeline of a switch is long when it is read aloud; the table below it says the same in fewer words</li>
      </ul>
      <h2 className="nhsuk-heading-m">Tell us</h2>
      <p>
        If you cannot use part of the portal, write to the organisation that runs it for you. If you are not happy with
        the answer, the Equality Advisory and Support Service can help.
      </p>
    </>
  )
}
