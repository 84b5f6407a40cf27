import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import type { Actor } from '@/lib/platform/actor'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import type { SwitchView } from '@/lib/switching/get-switch'
import type { SealView } from '@/lib/switching/pack/get-evidence-pack'
import { maySealEvidence, sealStates } from '@/lib/switching/pack/pack-policy'
import { peopleOf } from '@/lib/switching/switch-policy'

type Props = {
  actor: Actor
  view: SwitchView
  seal: SealView | undefined
  action: FormAction
}

/** The evidence of a switch to take away, and its seal. */
export function PackPanel({ actor, view, seal, action }: Props) {
  const maySeal = sealStates(view).includes(view.state) && maySealEvidence(actor, view, peopleOf(view.people)).allowed
  return (
    <>
      <h2 className="nhsuk-heading-m">Evidence to keep</h2>
      <p>
        <a href={`/switches/${view.id}/evidence.zip`}>Download the evidence of this switch (zip)</a>: events, manifests,
        signed reports, sign-offs, hazards and proofs, with an index of hashes.
      </p>
      {seal ? (
        <p>
          Sealed by {seal.by} on {instantInWords(seal.sealedAt)}. SHA-256 of its index:{' '}
          <code className="hash">{seal.sha256}</code>.{' '}
          {seal.keyId ? `Signed by the authority’s key ${seal.keyId}.` : 'The authority’s signature is being made.'}
        </p>
      ) : (
        <p>It is not sealed yet: the file shows how things stand when you download it.</p>
      )}
      {maySeal ? (
        <ActionForm
          action={action}
          hidden={{ id: view.id, version: view.version }}
          button={seal ? 'Seal the evidence anew' : 'Seal the evidence'}
          look="secondary"
        />
      ) : null}
      <Details summary="How to verify it">
        <p>
          Compute the SHA-256 of each file in the zip and compare it with index.json. A sealed pack also holds
          index.dsse.json, an Ed25519 signature over the hash of index.json. The public keys are{' '}
          <a href="/evidence-log/keys.json">published with the evidence log</a>. README.txt in the zip says it step by
          step.
        </p>
      </Details>
    </>
  )
}
