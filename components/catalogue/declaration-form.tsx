import { Fragment } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { explanationOf, type Question, questionSections } from '@/lib/catalogue/declarations/declaration-questions'
import type { DeclarationHome } from '@/lib/catalogue/declarations/get-declaration'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { home: DeclarationHome; declare: FormAction }

/** All questions on one page, so that a signatory sees what they sign. */
export function DeclarationForm({ home, declare }: Props) {
  const waits = home.declarations.some((declaration) => declaration.state === 'in-review')
  if (!home.mayDeclare.allowed) return <p>{home.mayDeclare.because}.</p>
  if (waits) return <p>A declaration is with the authority. You can make another one after its answer.</p>
  return (
    <ActionForm
      action={declare}
      hidden={{ supplierId: home.supplierId }}
      button="Make the declaration"
      label={`Declaration of ${home.brand}`}
      summary={home.declarations.length === 0 ? 'Make your declaration' : 'Make it again'}
    >
      {questionSections.map((section) => (
        <Fragment key={section.title}>
          <h3 className="nhsuk-heading-s">{section.title}</h3>
          {section.questions.map((question) => (
            <Answer question={question} key={question.id} />
          ))}
        </Fragment>
      ))}
      <FormCheckboxes
        name="truth"
        label="Confirm"
        options={[{ value: 'yes', text: 'The answers are true, and I may give them for the company' }]}
      />
    </ActionForm>
  )
}

function Answer({ question }: { question: Question }) {
  const { id, text, hint, kind, options, explain } = question
  if (kind === 'choice')
    return (
      <>
        <FormRadios
          name={id}
          label={text}
          hint={hint}
          options={Object.entries(options ?? {}).map(([value, words]) => ({ value, text: words }))}
        />
        {explain ? (
          <FormTextArea
            name={explanationOf(id)}
            label={`Explanation: ${text}`}
            hint={`Needed for: ${explain.map((value) => options?.[value]).join('; ')}. Up to 1,000 characters`}
            rows={2}
          />
        ) : null}
      </>
    )
  return (
    <FormTextField
      name={id}
      label={text}
      hint={hint}
      type={kind === 'day' ? 'date' : 'text'}
      inputMode={kind === 'pounds' ? 'numeric' : undefined}
      width={kind === 'text' ? undefined : 10}
    />
  )
}
