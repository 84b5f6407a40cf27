import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import type { Actor } from '@/lib/platform/actor'
import { checkTitles } from '@/lib/reconciliation/checks'
import { countWords } from '@/lib/reconciliation/report'
import { gateSigners, gateTitles, isSignable } from '@/lib/switching/gate-rules'
import type { SwitchView } from '@/lib/switching/get-switch'
import { roleInSentence } from '@/lib/switching/switch'
import { isOpen } from '@/lib/switching/switch-acts-rules'
import { mayAcceptDifference, type People, standsAs } from '@/lib/switching/switch-policy'
import type { SwitchActions } from './switch-actions'

type Props = { actor: Actor; view: SwitchView; people: People; actions: SwitchActions }

/** The signatures that wait for this reader. Each binds the facts that stand on this page. */
export function SignForms({ actor, view, people, actions }: Props) {
  const waiting = view.gates
    .filter(({ gate, lines }) => isSignable(gate, view.state) && lines.every((l) => l.met))
    .flatMap(({ gate, factsHash, signed }) =>
      gateSigners[gate]
        .filter((role) => standsAs(actor, view, people, role) && !signed.some((s) => s.role === role && s.valid))
        .map((role) => ({ gate, factsHash, role })),
    )
  return (
    <>
      {waiting.map(({ gate, factsHash, role }) => (
        <ActionForm
          key={gate + role}
          action={actions.sign}
          hidden={{ id: view.id, version: view.version, gate, role, factsHash }}
          button={`Sign as ${roleInSentence(role)}: ${gateTitles[gate].toLowerCase()}`}
        >
          <p>
            You sign the facts on this page, known by the hash <code className="hash">{factsHash}</code>. If one of them
            changes, your signature no longer counts.
          </p>
        </ActionForm>
      ))}
      {isOpen('accept-difference', view) && mayAcceptDifference(actor, view, people).allowed ? (
        <AcceptForm view={view} actions={actions} />
      ) : null}
    </>
  )
}

function AcceptForm({ view, actions }: Pick<Props, 'view' | 'actions'>) {
  const open = view.reports
    .filter((r) => r.counts && r.kind === 'trial')
    .flatMap((r) =>
      r.content.checks
        .filter((c) => c.unexplained.S1 === 0 && c.unexplained.S2 !== 0)
        .map((c) => ({
          value: `${r.id}/${c.id}`,
          text: `${c.id} ${checkTitles[c.id]}: ${countWords(c.unexplained.S2)} (run by ${r.by})`,
        })),
    )
  if (open.length === 0) return null
  return (
    <ActionForm
      action={actions.accept}
      hidden={{ id: view.id, version: view.version }}
      button="Accept under this hazard"
    >
      <FormSelect name="checkId" label="S2 differences to accept" options={open} />
      <FormSelect
        name="hazardId"
        label="Hazard of the log"
        options={Array.from({ length: 11 }, (_, i) => ({ value: `H${i + 1}`, text: `H${i + 1}` }))}
      />
      <FormTextArea name="reason" label="Reason" hint="At least 30 characters. Nothing about a patient." />
    </ActionForm>
  )
}
