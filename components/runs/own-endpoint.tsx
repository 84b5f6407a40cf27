import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import type { EndpointView } from '@/lib/assurance/endpoints/list-endpoints'
import type { FormAction } from '@/lib/platform/form-state'
import { EndpointForm } from './endpoint-form'

/** The supplier's own acts: a dry run, and changes. */
export function OwnEndpoint(props: { endpoint: EndpointView; enter: FormAction; dryRun: FormAction }) {
  const { endpoint, enter, dryRun } = props
  if (endpoint.state === 'revoked') return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Dry run</h2>
      {endpoint.ready ? (
        <>
          <p>
            Private to you, never signed, kept for 30 days. It writes made-up appointments and patients into your
            sandbox.
          </p>
          <ActionForm action={dryRun} hidden={{ endpointId: endpoint.id }} button="Start a dry run" />
        </>
      ) : (
        <p>A run can start once the host is proven and the authority has approved it.</p>
      )}
      <h2 className="nhsuk-heading-m">Change the endpoint</h2>
      <p>A new host must be proven and approved anew.</p>
      <EndpointForm enter={enter} endpoint={endpoint} />
    </>
  )
}

/** The end of an endpoint, for both sides. */
export function RevokeEndpoint({ endpoint, revoke }: { endpoint: EndpointView; revoke: FormAction }) {
  if (endpoint.state === 'revoked' || !(endpoint.may.keep.allowed || endpoint.may.approve.allowed)) return null
  return (
    <ActionForm
      action={revoke}
      hidden={{ id: endpoint.id, version: endpoint.version }}
      button="Revoke the endpoint"
      look="warning"
      summary="Revoke this endpoint"
    >
      <FormTextArea name="reason" label="Why it is revoked" hint="20 to 2,000 characters. Its token is forgotten." />
    </ActionForm>
  )
}
