import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { OwnDecision, OwnDecisions } from '@/lib/assurance/decisions/list-own-decisions'
import { disputeStateWords } from '@/lib/assurance/disputes/dispute-machine'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { own: OwnDecisions; appeal: FormAction; dispute: FormAction }

/** What was decided and found about a supplier's modules, and how it contests it (DE-03). */
export function OwnDecisionList({ own, appeal, dispute }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Decisions</h2>
      {own.decisions.length === 0 ? <p>None has been made.</p> : null}
      {own.decisions.map((decision) => (
        <One decision={decision} appeal={appeal} key={decision.id} />
      ))}
      <h2 className="nhsuk-heading-m">Findings that something is not met</h2>
      {own.findings.length === 0 ? <p>There is none that you have not disputed.</p> : null}
      {own.findings.map((finding) => (
        <Adverse of={finding} says="is not met" what="finding" name="findingId" dispute={dispute} key={finding.id} />
      ))}
      <h2 className="nhsuk-heading-m">Checks that your modules failed</h2>
      <p>
        Mend your system and let it be tested again. Dispute the check only where the check itself is wrong: if two
        officers agree, it counts for nobody.
      </p>
      {own.failures.length === 0 ? <p>There is none that you have not disputed.</p> : null}
      {own.failures.map((failure) => (
        <Adverse of={failure} says="failed" what="check" name="checkFactId" dispute={dispute} key={failure.id} />
      ))}
      {own.disputes.length > 0 ? <OwnDisputes disputes={own.disputes} /> : null}
    </>
  )
}

type Adverse = {
  of: OwnDecisions['findings'][number]
  says: string
  what: 'finding' | 'check'
  name: 'findingId' | 'checkFactId'
  dispute: FormAction
}
function Adverse({ of, says, what, name, dispute }: Adverse) {
  const title = `${of.moduleName}: ${of.subject} ${says}`
  return (
    <section aria-label={title} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <p>
          Found on {dayWords(of.on)}. {of.reason ?? 'No reason is stated.'}
        </p>
        <ActionForm
          action={dispute}
          hidden={{ [name]: of.id }}
          button={`Dispute this ${what}`}
          look="secondary"
          label={`Dispute: ${title}`}
          summary={`Dispute this ${what}`}
        >
          <FormTextArea name="grounds" label="Why it is wrong" hint="20 to 4,000 characters" />
        </ActionForm>
      </div>
    </section>
  )
}

function One({ decision, appeal }: { decision: OwnDecision; appeal: FormAction }) {
  const { id, words, on, reason, basis, appealUntil } = decision
  return (
    <section aria-label={words} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{words}</h3>
        <p>{reason}</p>
        <p className="nhsuk-body-s">
          Made on {dayWords(on)}. Basis: {basis ?? 'not stated'}.{' '}
          {appealUntil ? `You may appeal until the end of ${dayWords(appealUntil)}.` : 'There is nothing to appeal.'}
        </p>
        {decision.appeal ? <p>Your appeal: {decision.appeal.words}.</p> : null}
        {decision.mayAppeal ? (
          <ActionForm
            action={appeal}
            hidden={{ decisionId: id }}
            button="Lodge the appeal"
            look="warning"
            label={`Appeal: ${words}`}
            summary="Appeal against this decision"
          >
            <p>
              Two officers who did not make this decision will decide. A removal does not take effect while your appeal
              waits. A suspension does.
            </p>
            <FormTextArea name="grounds" label="Your reasons" hint="20 to 4,000 characters" />
          </ActionForm>
        ) : null}
      </div>
    </section>
  )
}

function OwnDisputes({ disputes }: Pick<OwnDecisions, 'disputes'>) {
  return (
    <Table
      caption="Your disputes"
      columns={[{ heading: 'Of' }, { heading: 'Raised' }, { heading: 'State' }, { heading: 'Answer' }]}
      rows={disputes.map((d) => ({
        key: d.id,
        cells: [
          `${d.moduleName}: ${d.subject}`,
          dayWords(d.raisedOn),
          disputeStateWords[d.state],
          d.answer ?? 'none yet',
        ],
      }))}
    />
  )
}
