import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import type { FormAction } from '@/lib/platform/form-state'
import { type Criterion, scoreWords } from '@/lib/procurement/competitions/competition'
import type { CompetitionHead, EvaluatorView, ScoredEntryView } from '@/lib/procurement/competitions/competition-view'

type Props = { head: CompetitionHead; view: EvaluatorView; acts: { declare: FormAction; score: FormAction } }

export const scoreInWords = (criterion: Criterion, value: number): string =>
  criterion.kind === 'must' ? (value === 1 ? 'Yes' : 'No') : `${value}, ${scoreWords[value]}`

/** What somebody who scores has to do: declare interests, score alone, then agree. */
export function EvaluatorDesk({ head, view, acts }: Props) {
  return (
    <section aria-label="Your scoring">
      <h2 className="nhsuk-heading-m">Your scoring</h2>
      <Now head={head} view={view} acts={acts} />
    </section>
  )
}

function Now({ head, view, acts }: Props) {
  if (!view.interest)
    return head.stage === 'offers' || head.stage === 'scoring' ? (
      <InterestsForm id={head.id} declare={acts.declare} />
    ) : (
      <p>The scoring is over.</p>
    )
  if (!view.may.allowed) return <InsetText>{view.may.because}.</InsetText>
  if (head.stage === 'offers')
    return <p>You have declared your interests. You can score when the time for offers is over.</p>
  if (view.criteria.length === 0) return <p>The price counts alone, so there is nothing to score.</p>
  const isOpen = head.stage === 'scoring'
  return view.entries.map((entry) => (
    <section key={entry.id} aria-label={entry.moduleName}>
      <h3 className="nhsuk-heading-s">
        <a href={`/modules/${entry.moduleId}/versions/${entry.listingVersionId}`}>{entry.moduleName}</a> of{' '}
        {entry.supplierName}
      </h3>
      {head.needed.length > 0 ? (
        <p>
          It covers {head.needed.filter((need) => entry.capabilityIds.includes(need)).join(', ')} of the need. Score it
          for that part.
        </p>
      ) : null}
      {view.allIn ? <Sheets entry={entry} criteria={view.criteria} /> : null}
      {isOpen ? <SheetForm id={head.id} entry={entry} criteria={view.criteria} sheet="own" score={acts.score} /> : null}
      {isOpen && view.allIn ? (
        <SheetForm id={head.id} entry={entry} criteria={view.criteria} sheet="agreed" score={acts.score} />
      ) : null}
    </section>
  ))
}

function InterestsForm({ id, declare }: { id: string; declare: FormAction }) {
  return (
    <ActionForm action={declare} hidden={{ competitionId: id }} button="Declare your interests">
      <p>Declare your interests before you score. A declaration stands; it cannot be changed.</p>
      <FormRadios
        name="conflict"
        label="Do you have a conflict of interests with any module or supplier here?"
        options={[
          { value: 'no', text: 'No' },
          { value: 'yes', text: 'Yes', hint: 'Then you take no part in the scoring' },
        ]}
      />
      <FormTextArea name="statement" label="Your interests, or that you have none" rows={2} />
    </ActionForm>
  )
}

type SheetProps = {
  id: string
  entry: ScoredEntryView
  criteria: Criterion[]
  sheet: 'own' | 'agreed'
  score: FormAction
}

/** Everything that is scored of one entry; what is left open can be scored later. */
function SheetForm({ id, entry, criteria, sheet, score }: SheetProps) {
  const before = entry[sheet]
  const words = sheet === 'own' ? 'Your scores' : 'Agreed scores'
  const isWhole = criteria.every((criterion) => before[criterion.id])
  return (
    <ActionForm
      action={score}
      hidden={{ competitionId: id, entryId: entry.id, sheet, seen: entry.seen[sheet] }}
      button={
        sheet === 'own'
          ? `Record your scores of ${entry.moduleName}`
          : `Record the agreed scores of ${entry.moduleName}`
      }
      summary={`${words} of ${entry.moduleName}: ${isWhole ? 'all given' : `${Object.keys(before).length} of ${criteria.length} given`}`}
    >
      {criteria.map((criterion) => (
        <div key={criterion.id}>
          <FormRadios
            name={`value-${criterion.id}`}
            label={criterion.kind === 'must' ? `Must: ${criterion.words}` : criterion.words}
            small
            options={(criterion.kind === 'must' ? [1, 0] : [1, 2, 3, 4, 5]).map((value) => ({
              value: String(value),
              text: scoreInWords(criterion, value),
            }))}
            {...(before[criterion.id] ? { value: String(before[criterion.id]!.value) } : {})}
          />
          <FormTextArea
            name={`reason-${criterion.id}`}
            label={`Reason: ${criterion.words}`}
            rows={2}
            value={before[criterion.id]?.reason ?? ''}
          />
        </div>
      ))}
    </ActionForm>
  )
}

function Sheets({ entry, criteria }: { entry: ScoredEntryView; criteria: Criterion[] }) {
  const cell = (criterion: Criterion, score: { value: number; reason: string } | undefined) =>
    score ? `${scoreInWords(criterion, score.value)}: ${score.reason}` : 'Not scored yet'
  return (
    <Table
      caption={`Everybody’s scores of ${entry.moduleName}`}
      columns={['What', ...entry.others.map(({ name }) => name), 'Agreed'].map((heading) => ({ heading }))}
      rows={criteria.map((criterion) => ({
        key: criterion.id,
        cells: [
          criterion.words,
          ...entry.others.map(({ scores }) => cell(criterion, scores[criterion.id])),
          cell(criterion, entry.agreed[criterion.id]),
        ],
      }))}
    />
  )
}
