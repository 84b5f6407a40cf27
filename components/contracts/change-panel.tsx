import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { changeKinds, changeLabels } from '@/lib/contracts/changes/change'
import type { ChangeView } from '@/lib/contracts/changes/get-contract-changes'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

export type ChangeActions = {
  ask: FormAction
  sign: FormAction
  notice: FormAction
  effect: FormAction
  reject: FormAction
}
type Props = { change: ChangeView; today: Day; actions: ChangeActions }

const budgets = [
  { value: 'GPIT', text: 'GPIT' },
  { value: 'LOCAL', text: 'Local money' },
  { value: 'PCARP', text: 'PCARP' },
]

/** One change: what it is, what the check said, who has signed, and what this reader can do. */
export function ChangePanel({ change, today, actions }: Props) {
  const hidden = { changeId: change.id, version: change.version }
  return (
    <section aria-label={`Change for ${dayWords(change.effectiveOn)}`}>
      <h3 className="nhsuk-heading-s">{changeKinds[change.kind]}</h3>
      <SummaryList rows={factsOf(change)} />
      {change.may.ask ? (
        <ActionForm action={actions.ask} hidden={hidden} button="Ask for the money">
          <FormSelect name="stream" label="Budget" options={budgets} />
        </ActionForm>
      ) : null}
      {change.may.notice ? (
        <ActionForm action={actions.notice} hidden={hidden} button="Record the notice" look="secondary">
          <FormTextField
            name="reference"
            label="Reference of the contract change notice (UK10)"
            hint="Under which the notice is published"
            maxLength={200}
          />
          <FormTextField name="publishedOn" type="date" label="Published on" value={today} width={10} />
        </ActionForm>
      ) : null}
      {change.may.sign ? (
        <ActionForm action={actions.sign} hidden={hidden} button="Sign the change">
          <p>You sign the terms above for your side. Both sides must sign.</p>
        </ActionForm>
      ) : null}
      {change.may.effect ? (
        <ActionForm action={actions.effect} hidden={hidden} button="Put the change into effect">
          <p>The terms above become the next version of the contract. This cannot be taken back.</p>
        </ActionForm>
      ) : null}
      {change.may.reject ? (
        <ActionForm
          action={actions.reject}
          hidden={hidden}
          button="Reject the change"
          look="warning"
          summary="Reject the change"
        >
          <FormTextArea
            name="because"
            label="Why"
            hint="At least 10 characters. The other side reads it."
            maxLength={1000}
          />
        </ActionForm>
      ) : null}
    </section>
  )
}

function factsOf(change: ChangeView) {
  const { state, impact, notice, terms, signatures } = change
  const extra = change.extraPence
  return [
    { key: 'State', value: <Tag colour={changeLabels[state].colour}>{changeLabels[state].words}</Tag> },
    { key: 'Proposed by', value: `the ${change.side}. ${change.reason}` },
    { key: 'Takes effect on', value: dayWords(change.effectiveOn) },
    { key: 'End', value: dayWords(terms.endsOn) },
    { key: 'Cost a year', value: poundsWords(terms.yearlyPence) },
    {
      key: 'Cost over the whole life',
      value: `${poundsWords(terms.totalPence)} (${extra === 0n ? 'as before' : extra > 0n ? `${poundsWords(extra)} more` : `${poundsWords(-extra)} less`})`,
    },
    ...(change.addedPractices.length > 0 ? [{ key: 'More sites', value: change.addedPractices.join(', ') }] : []),
    ...(impact && impact.notes.length > 0 ? [{ key: 'To be known', value: `${impact.notes.join('. ')}.` }] : []),
    ...(notice
      ? [{ key: 'Contract change notice', value: `${notice.reference}, published on ${dayWords(notice.publishedOn)}` }]
      : []),
    ...(change.fundingRequestId
      ? [{ key: 'Money', value: <a href={`/funding/${change.fundingRequestId}`}>The funding request</a> }]
      : []),
    {
      key: 'Signed by',
      value: signatures.length > 0 ? signatures.map(({ side }) => `the ${side}`).join(' and ') : 'nobody yet',
    },
    ...(change.rejectedBecause ? [{ key: 'Rejected because', value: change.rejectedBecause }] : []),
  ]
}
