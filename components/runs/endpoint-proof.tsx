import { ActionForm } from '@/components/ui/action-form'
import { InsetText } from '@/components/ui/inset-text'
import type { EndpointView } from '@/lib/assurance/endpoints/list-endpoints'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** How a supplier shows that the host is theirs (CS-05), and what the portal saw when it looked. */
export function EndpointProof({ endpoint, ask }: { endpoint: EndpointView; ask: FormAction }) {
  const { host, challenge, askedAt, seen, provenOn, provenBy, proofEndsOn } = endpoint
  return (
    <>
      <h2 className="nhsuk-heading-m">Show that the host is yours</h2>
      {provenOn ? (
        <p>
          Proven on {dayWords(provenOn)} by {provenBy === 'dns' ? 'a DNS record' : 'a file on the host'}; the proof
          counts until {dayWords(proofEndsOn!)}. Prove it again before that day.
        </p>
      ) : null}
      <p>Publish this word in one of two ways. We look for the DNS record first.</p>
      <ol>
        <li>
          A DNS record of type TXT at <code className="tw:break-all">_gpit-challenge.{host}</code>, or
        </li>
        <li>
          a text file at <code className="tw:break-all">/.well-known/gpit-conformance.txt</code> on the host
        </li>
      </ol>
      <p>
        <code className="tw:break-all">{challenge}</code>
      </p>
      {askedAt ? (
        <InsetText>
          We are looking for it. <a href={`/endpoints/${endpoint.id}`}>Show what we saw</a>
        </InsetText>
      ) : null}
      {seen ? <InsetText>We looked and did not find it: {seen}</InsetText> : null}
      <ActionForm
        action={ask}
        hidden={{ id: endpoint.id, version: endpoint.version }}
        button="Look for it now"
        look={provenOn ? 'secondary' : 'primary'}
      />
    </>
  )
}
