import { ActionForm } from '@/components/ui/action-form'
import { FormFile, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import type { SwitchView } from '@/lib/switching/get-switch'
import type { Candidate } from '@/lib/switching/list-candidates'
import { runKinds, runKindWords } from '@/lib/switching/switch'
import { isOpen } from '@/lib/switching/switch-acts-rules'
import * as policy from '@/lib/switching/switch-policy'
import type { SwitchActions } from './switch-actions'

const reportActs = ['trial-report', 'final-report', 'post-live-report', 'reverse-report'] as const

type Props = { actor: Actor; view: SwitchView; today: Day; candidates: Candidate[]; actions: SwitchActions }

/** The facts that this reader can add in this state. */
export function FactForms({ actor, view, today, candidates, actions }: Props) {
  const hidden = { id: view.id, version: view.version }
  const certifies = isOpen('certify-deletion', view) && policy.mayCertifyDeletion(actor, view).allowed
  return (
    <>
      {isOpen('name-person', view) && candidates.length > 0 ? (
        <ActionForm action={actions.name} hidden={hidden} button="Name this person" summary="Name a person for a role">
          <FormSelect
            name="personId"
            label="Role and person"
            hint="Practice manager, clinical lead and clinical safety officer must be three people."
            options={candidates.map((c) => ({ value: `${c.role}/${c.personId}`, text: `${c.title}: ${c.name}` }))}
          />
        </ActionForm>
      ) : null}
      <ManifestForm actor={actor} view={view} actions={actions} />
      {policy.mayBringReports(actor, view).allowed ? <ReportForms actor={actor} view={view} actions={actions} /> : null}
      {certifies && !view.certificate ? (
        <ActionForm action={actions.certify} hidden={hidden} button="Certify the deletion">
          <FormTextField name="sha256" label="SHA-256 of the deletion certificate" />
          <FormTextField name="deletedOn" type="date" label="Day of the deletion" value={today} width={10} />
        </ActionForm>
      ) : null}
    </>
  )
}

function ManifestForm({ actor, view, actions }: Pick<Props, 'actor' | 'view' | 'actions'>) {
  const side = (['source', 'target'] as const).find((s) => policy.mayEnterManifest(actor, view, s).allowed)
  const kinds = runKinds.filter((kind) => isOpen(`${kind}-manifest`, view))
  if (!side || kinds.length === 0) return null
  const what = side === 'source' ? 'extract' : 'load'
  return (
    <ActionForm
      action={actions.signManifest}
      hidden={{ id: view.id, version: view.version, side }}
      button="Sign the manifest"
    >
      <FormSelect
        name="kind"
        label={`Which ${what}`}
        options={kinds.map((kind) => ({
          value: kind,
          text:
            kind === 'trial'
              ? `Trial ${what} ${view.phase}`
              : `${runKindWords[kind]} ${what}`.replace(/^./, (c) => c.toUpperCase()),
        }))}
      />
      <FormTextField
        name="sha256"
        label={`SHA-256 of the manifest of your ${what}`}
        hint="64 digits, as the checker printed them. A new hash takes the place of the old one, and runs over the old one stop counting."
      />
    </ActionForm>
  )
}

function ReportForms({ actor, view, actions }: Pick<Props, 'actor' | 'view' | 'actions'>) {
  const hidden = { id: view.id, version: view.version }
  const own = view.keys.filter((k) => !k.revoked && k.organisationId === policy.checkingOrganisation(actor, view))
  const brings = reportActs.some((act) => isOpen(act, view))
  return (
    <>
      {brings ? (
        <ActionForm action={actions.bringReport} hidden={hidden} button="Bring the report">
          <FormFile
            name="report"
            label="Signed report"
            hint="The report.json that the checker has signed, at most 1 MB. It holds counts only, nothing about a patient."
            accept=".json,application/json"
          />
        </ActionForm>
      ) : null}
      {isOpen('register-key', view) ? (
        <ActionForm
          action={actions.register}
          hidden={hidden}
          button="Register the key"
          summary="Register a signing key"
        >
          <FormTextArea
            name="publicKeyPem"
            label="Contents of signing.pub"
            hint="Never signing.key: it stays with you."
          />
        </ActionForm>
      ) : null}
      {isOpen('revoke-key', view) && own.length > 0 ? (
        <ActionForm
          action={actions.revoke}
          hidden={hidden}
          button="Revoke the key"
          look="warning"
          summary="Revoke a signing key"
        >
          <p>Reports that were signed with it stop counting, also those taken in before.</p>

          <FormSelect
            name="keyId"
            label="Key of your organisation"
            options={own.map((k) => ({ value: k.keyId, text: k.keyId }))}
          />
        </ActionForm>
      ) : null}
    </>
  )
}
