import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import type { EndpointView } from '@/lib/assurance/endpoints/list-endpoints'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { endpoint: EndpointView; approve: FormAction; askRun: FormAction }

/** What the authority does with an endpoint: look at the host once (SG-02), and ask for runs that count. */
export function EndpointAuthority({ endpoint, approve, askRun }: Props) {
  if (!endpoint.may.approve.allowed) return <p>{endpoint.may.approve.because}.</p>
  if (endpoint.state === 'proven')
    return (
      <>
        <h2 className="nhsuk-heading-m">Approve the host</h2>
        <p>
          The supplier has shown that {endpoint.host} is theirs. Approve it where it is a sandbox with made-up patients
          that the portal may test.
        </p>
        <ActionForm
          action={approve}
          hidden={{ id: endpoint.id, version: endpoint.version }}
          button={`Approve ${endpoint.host}`}
        />
      </>
    )
  if (!endpoint.ready) return <p>No run can start before its proof counts.</p>
  return (
    <>
      <h2 className="nhsuk-heading-m">Ask for a run that counts</h2>
      <p>The supplier is not told before it is over. Its results are signed, logged and public.</p>
      <ActionForm action={askRun} hidden={{ endpointId: endpoint.id }} button="Start the run">
        <FormRadios
          name="kind"
          label="Kind of run"
          options={[
            { value: 'OFFICIAL', text: 'Official run' },
            {
              value: 'CHALLENGE',
              text: 'Run on a challenge',
              hint: 'Somebody outside says that a requirement is not kept: a failure waits for an assessor',
            },
          ]}
        />
        <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters" />
      </ActionForm>
    </>
  )
}
