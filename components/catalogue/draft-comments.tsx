import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { AnswerView, CommentView, DraftView } from '@/lib/catalogue/drafts/get-draft'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { draft: DraftView; answer?: FormAction }

/** What reviewers said, newest first, and what was answered; the supplier answers while it has the draft. */
export function DraftComments({ draft, answer }: Props) {
  if (draft.comments.length === 0) return null
  const mayAnswer = answer && draft.state === 'draft' && draft.mayEdit.allowed
  return (
    <section aria-labelledby="comments">
      <h2 className="nhsuk-heading-m" id="comments">
        Comments of the authority
      </h2>
      {draft.comments.map((comment) => (
        <InsetText key={comment.id}>
          <p>
            <strong>{comment.title}</strong>: {comment.text}
          </p>
          <By line={comment} />
          {comment.answers.map((line) => (
            <div key={line.id}>
              <p>
                <strong>Answer</strong>: {line.text}
              </p>
              <By line={line} />
            </div>
          ))}
          {mayAnswer ? <Answer draft={draft} comment={comment} answer={answer} /> : null}
        </InsetText>
      ))}
    </section>
  )
}

const By = ({ line }: { line: AnswerView }) => (
  <p className="muted">
    {line.by}, {instantInWords(line.at)}
  </p>
)

function Answer({ draft, comment, answer }: { draft: DraftView; comment: CommentView; answer: FormAction }) {
  return (
    <ActionForm
      action={answer}
      hidden={{ id: draft.id, version: draft.version, commentId: comment.id }}
      button="Send the answer"
      look="secondary"
      label={`Answer the comment on ${comment.title}`}
      summary={`Answer the comment on ${comment.title}`}
    >
      <FormTextArea name="text" label="Your answer" hint="Up to 1,000 characters" rows={2} />
    </ActionForm>
  )
}
