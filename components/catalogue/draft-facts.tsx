import { Details } from '@/components/ui/details'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { DraftView } from '@/lib/catalogue/drafts/get-draft'
import type { Lint } from '@/lib/catalogue/drafts/lint-rules'
import { listingDraftStateWords, whoHasIt } from '@/lib/catalogue/drafts/listing-draft'
import { differenceWords } from '@/lib/catalogue/drafts/listing-draft-journey'
import { dayWords } from '@/lib/platform/days'

/** State, who has it, and the clock that both sides see. */
export function DraftStatus({ draft }: { draft: DraftView }) {
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <Tag>{listingDraftStateWords[draft.state]}</Tag> },
        { key: 'Who has it', value: whoHasIt[draft.state] },
        { key: 'Version of the module', value: draft.moduleVersion },
        ...(draft.answerDueOn ? [{ key: 'Answer due', value: `${dayWords(draft.answerDueOn)}, ${draft.clock}` }] : []),
        ...(draft.publishOn ? [{ key: 'Day of publication', value: dayWords(draft.publishOn) }] : []),
        ...(draft.lastOrderDay ? [{ key: 'Last day for orders', value: dayWords(draft.lastOrderDay) }] : []),
      ]}
    />
  )
}

/** What changes for buyers, field by field. */
export function DraftDifferences({ draft }: { draft: DraftView }) {
  return (
    <section aria-labelledby="differences">
      <h2 className="nhsuk-heading-m" id="differences">
        {draft.isFirst ? 'What is new' : 'What changes'}
      </h2>
      {draft.differences.length === 0 ? (
        <p>{draft.isFirst ? 'Nothing is written yet.' : 'Nothing differs from the published text.'}</p>
      ) : (
        <Lines draft={draft} />
      )}
      {draft.differences.length === 0 ? null : (
        <Table
          caption="Published text and this text"
          hideCaption
          columns={[{ heading: 'Section' }, { heading: 'Field' }, { heading: 'Published' }, { heading: 'Here' }]}
          rows={draft.differences.map((line) => ({
            key: `${line.section} ${line.label}`,
            cells: [line.title, line.label, line.before || 'Not stated', line.after || 'Not stated'],
          }))}
        />
      )}
    </section>
  )
}

function Lines({ draft }: { draft: DraftView }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {differenceWords(draft.differences).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

/** The lint score with its rules. It helps; it never blocks. */
export function DraftLint({ lint }: { lint: Lint }) {
  return (
    <Details summary={`Score for readers: ${lint.score} of 100`}>
      <p>Ten points go for each rule that is not kept. The score never blocks a listing.</p>
      <Table
        caption="Rules of the score"
        hideCaption
        columns={[{ heading: 'Rule' }, { heading: 'What it asks' }, { heading: 'Kept' }]}
        rows={lint.lines.map((line) => ({
          key: line.id,
          cells: [line.id, line.words, line.kept ? 'Kept' : 'Not yet'],
        }))}
      />
    </Details>
  )
}
