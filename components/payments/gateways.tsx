import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { Gateways } from '@/lib/payments/usage/keep-gateway-keys'
import { usageBatchStateLabels } from '@/lib/payments/usage/usage-batch'
import { dayWords, instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** Who may sign, from when to when, and the form for another key. */
export function GatewayKeys({ keys, add, revoke }: { keys: Gateways['keys']; add: FormAction; revoke: FormAction }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Keys</h2>
      {keys.length === 0 ? <p>No gateway has a key yet, so nobody can report use.</p> : null}
      {keys.length > 0 ? (
        <Table
          caption="Keys, the newest first"
          columns={[{ heading: 'Key' }, { heading: 'Gateway' }, { heading: 'Valid' }, { heading: 'State' }]}
          rows={keys.map((key) => ({
            key: key.id,
            cells: [
              key.keyId,
              key.issuer.code,
              `${dayWords(key.validFrom)} to ${key.validTo ? dayWords(key.validTo) : 'no end'}`,
              key.revokedAt ? (
                `Revoked ${instantInWords(key.revokedAt)}`
              ) : (
                <ActionForm
                  key="revoke"
                  action={revoke}
                  hidden={{ id: key.id }}
                  button="Revoke"
                  label={`Revoke the key ${key.keyId}`}
                  look="warning"
                />
              ),
            ],
          }))}
        />
      ) : null}
      <ActionForm action={add} button="Add the key" look="secondary" summary="Add a key">
        <FormTextField name="issuer" label="Gateway" hint="The name that stands in its batches" width={20} />
        <FormTextField name="keyId" label="Key id" width={20} />
        <FormTextArea name="publicKeyPem" label="Public key" hint="Ed25519, in PEM" />
        <FormTextField name="validFrom" label="First day" type="date" width={10} />
        <FormTextField
          name="validTo"
          label="Last day"
          hint="Leave it empty where there is none"
          type="date"
          width={10}
        />
      </ActionForm>
    </>
  )
}

/** What gateways sent, and what somebody must look at. */
export function GatewayBatches({ batches, alarms }: Pick<Gateways, 'batches' | 'alarms'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Alarms</h2>
      {alarms.length === 0 ? <p>There is none.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {alarms.map(({ id, words, raisedAt }) => (
          <li key={id}>
            {words} ({instantInWords(raisedAt)})
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">Batches</h2>
      {batches.length === 0 ? <p>No use was reported yet.</p> : null}
      {batches.length > 0 ? (
        <Table
          caption="Batches, the newest first. Unmatched records are of a day on which the module was not in use there; they are never charged"
          columns={[
            { heading: 'Gateway' },
            { heading: 'Number', number: true },
            { heading: 'Came' },
            { heading: 'State' },
            { heading: 'Records', number: true },
            { heading: 'Unmatched', number: true },
          ]}
          rows={batches.map((batch) => ({
            key: batch.id,
            cells: [
              batch.issuer.code,
              batch.sequence,
              instantInWords(batch.receivedAt),
              batch.because
                ? `${usageBatchStateLabels[batch.state]}: ${batch.because}`
                : usageBatchStateLabels[batch.state],
              batch.recordCount,
              batch.unmatched,
            ],
          }))}
        />
      ) : null}
    </>
  )
}
