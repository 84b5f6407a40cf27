import { SectionFields } from '@/components/catalogue/section-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { FormAction } from '@/lib/platform/form-state'
import type { ProposalForms } from '@/lib/procurement/call-offs/proposals/get-proposal-forms'
import { fieldWords, nextMove, valueWords } from '@/lib/procurement/call-offs/proposals/proposal-rules'
import { ProposalTable } from './term-proposals'

type Props = { shown: ProposalForms; names: (id: string) => string; propose: FormAction; withdraw: FormAction }

/** What a supplier may propose in an order: each part as it stands now, to be changed; and what it has proposed. */
export function ProposeTerms({ shown: { callOff, proposals, seen, forms }, names, propose, withdraw }: Props) {
  const words = (field: string) => fieldWords(field, names)
  const open = proposals.filter(({ state }) => state === 'open')
  return (
    <>
      <InsetText>
        <p>
          <strong>Next:</strong> {nextMove(callOff.state, open.length)}
        </p>
      </InsetText>
      {proposals.length > 0 ? <ProposalTable proposals={proposals} words={words} /> : null}
      {open.map((one) => (
        <ActionForm
          key={one.id}
          action={withdraw}
          label={`Withdraw ${words(one.field)}`}
          hidden={{ id: callOff.id, proposalId: one.id, version: one.version, command: 'withdraw' }}
          button="Withdraw"
          look="secondary"
        >
          <p>
            {words(one.field)}: {valueWords(one.field, one.after)}
          </p>
        </ActionForm>
      ))}
      {forms.map(({ slug, title, fields, values }) => (
        <section key={slug} aria-labelledby={slug}>
          <h2 className="nhsuk-heading-m" id={slug}>
            {title}
          </h2>
          <ActionForm
            action={propose}
            label={title}
            hidden={{ id: callOff.id, section: slug, termsHash: callOff.termsHash, seen }}
            button={`Propose: ${title.toLowerCase()}`}
          >
            <SectionFields fields={fields} values={values} version={callOff.version} />
            <FormTextArea name="reason" label="Why?" hint="Up to 500 characters. The practice reads it." rows={2} />
          </ActionForm>
        </section>
      ))}
    </>
  )
}
