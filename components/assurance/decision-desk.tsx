import { ContestsToDecide } from '@/components/assurance/contests'
import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { type decisionKinds, deskKinds, kindTable } from '@/lib/assurance/decisions/decision-kinds'
import type { DecisionDesk as Desk, ProposalView } from '@/lib/assurance/decisions/list-proposals'
import { planKindWords } from '@/lib/assurance/non-conformities/plan'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** What waits for a second officer, and the form of the first (2P). */
export function DecisionDesk({ desk, propose, second }: { desk: Desk; propose: FormAction; second: FormAction }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Waiting for a second officer</h2>
      {desk.proposals.length === 0 ? <p>Nothing waits.</p> : null}
      {desk.proposals.map((proposal) => (
        <Proposal proposal={proposal} second={second} key={proposal.id} />
      ))}
      <ContestsToDecide contests={desk.contests} propose={propose} />
      <h2 className="nhsuk-heading-m">Propose a decision</h2>
      <p>
        Nothing changes until another officer has seconded it, within 14 days. The reason is published. The supplier may
        appeal against an adverse decision for 10 days.
      </p>
      <ActionForm action={propose} button="Propose" look="warning">
        <FormSelect
          name="moduleVersionId"
          label="Module"
          options={[
            { value: '', text: 'Choose a module' },
            ...desk.modules.map((m) => ({ value: m.moduleVersionId, text: m.name })),
          ]}
        />
        <FormRadios
          name="kind"
          label="What you propose"
          options={deskKinds.map((value) => ({
            value,
            text: choiceWords[value] ?? kindTable[value].words,
            hint: kindTable[value].hint,
          }))}
        />
        <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters" />
        <FormTextField name="basis" label="Basis (optional)" hint="The rule or clause it rests on" />
        <FormTextField
          name="requirement"
          label="Requirement, for a waiver only"
          hint="Its id, such as S24/WHOLE"
          width={20}
        />
        <FormTextField
          name="check"
          label="Check, for a waiver of a check only"
          hint="Its id, such as CAP-01"
          width={10}
        />
        <FormTextField name="until" label="Last day, for a waiver only" type="date" width={10} />
        <FormSelect
          name="correctsId"
          label="Decision, for a correction only"
          options={[
            { value: '', text: 'None' },
            ...desk.decisions.map(({ id, words }) => ({ value: id, text: words })),
          ]}
        />
      </ActionForm>
    </>
  )
}

const choiceWords: Partial<Record<(typeof decisionKinds)[number], string>> = {
  LIST: 'List it',
  REFUSE: 'Refuse to list it',
  SUSPEND: 'Suspend it',
  LIFT: 'Lift its suspension',
  CONTINUITY: 'Decide on continuity',
  REMOVE: 'Remove it',
  CENSURE: 'Censure its supplier',
  WAIVE: 'Waive a requirement',
  CORRECT: 'Correct an older decision',
  ACCEPT_PLAN: 'Accept a plan',
  EXTEND: 'Extend a plan',
  WAIVE_CHECK: 'Waive a check',
}

function Proposal({ proposal, second }: { proposal: ProposalView; second: FormAction }) {
  const title = `${kindTable[proposal.kind].words} ${proposal.moduleName}`
  const { requirementId, check, suiteVersion, until } = proposal.terms
  return (
    <section aria-label={title} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <p>{proposal.reason}</p>
        {requirementId && until ? (
          <p>
            {requirementId}, until {dayWords(until)}
          </p>
        ) : null}
        {check && until ? (
          <p>
            {check} of suite {suiteVersion}, until {dayWords(until)}: it counts for nobody
          </p>
        ) : null}
        {proposal.plan ? (
          <p>
            <a href={`/assurance/non-conformities/${proposal.plan.nonConformityId}`}>
              {planKindWords[proposal.plan.kind]}
            </a>
            : {proposal.plan.summary}.{' '}
            {until ? `Extended until ${dayWords(until)}.` : `Ends on ${dayWords(proposal.plan.dueOn)}.`}
          </p>
        ) : null}
        <p className="nhsuk-body-s">
          Proposed on {dayWords(proposal.proposedOn)}. Basis: {proposal.basis ?? 'not stated'}.
        </p>
        {proposal.maySecond.allowed ? (
          <ActionForm
            action={second}
            hidden={{ proposalId: proposal.id, version: proposal.version, kind: proposal.kind }}
            button="Second this decision"
            look="warning"
            label={`Second: ${title}`}
          />
        ) : (
          <InsetText>{proposal.maySecond.because}.</InsetText>
        )}
      </div>
    </section>
  )
}
