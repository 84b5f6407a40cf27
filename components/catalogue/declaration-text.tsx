import { SummaryList } from '@/components/ui/summary-list'
import { Tag, type TagColour } from '@/components/ui/tag'
import {
  type Declaration,
  type DeclarationOutcome,
  declarationStateWords,
} from '@/lib/catalogue/declarations/declaration'
import { dayWords } from '@/lib/platform/days'
import { declarationColours } from './declaration-standing'

const outcomes: Record<DeclarationOutcome, { words: string; colour: TagColour } | undefined> = {
  pass: undefined,
  review: { words: 'A person looks at this', colour: 'blue' },
  fail: { words: 'Failed', colour: 'red' },
}

/** A declaration as it was made: each question as it was asked, the answer, and which of them a person must look at. */
export function DeclarationText({ declaration }: { declaration: Declaration }) {
  const sections = [...new Set(declaration.answers.map((answer) => answer.section))]
  return (
    <>
      <p>
        <Tag colour={declarationColours[declaration.state]}>{declarationStateWords[declaration.state]}</Tag> Valid until{' '}
        {dayWords(declaration.validUntil)}.
      </p>
      {declaration.decidedOn ? (
        <p>
          The authority decided on {dayWords(declaration.decidedOn)}: {declaration.reason}
        </p>
      ) : null}
      {sections.map((section) => (
        <section key={section} aria-label={section}>
          <h2 className="nhsuk-heading-s">{section}</h2>
          <SummaryList
            rows={declaration.answers
              .filter((answer) => answer.section === section)
              .map(({ id, question, answer, detail, outcome }) => ({
                key: question,
                value: (
                  <span key={id}>
                    {answer === '' ? 'Not stated' : answer}
                    {detail ? ` – ${detail}` : ''}{' '}
                    {outcomes[outcome] ? <Tag colour={outcomes[outcome].colour}>{outcomes[outcome].words}</Tag> : null}
                  </span>
                ),
              }))}
          />
        </section>
      ))}
      <p className="nhsuk-body-s">
        Fingerprint of these words (SHA-256): <code className="hash">{declaration.sha256}</code>
      </p>
    </>
  )
}
