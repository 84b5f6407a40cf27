import { InsetText } from '@/components/ui/inset-text'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { asksOnlyStandards, assessmentKindWords, assessmentStateWords } from '@/lib/assurance/assessments/assessment'
import { findingStateWords, outcomeWords } from '@/lib/assurance/assessments/finding-proposal'
import type { AssessmentView, SubjectLine } from '@/lib/assurance/assessments/get-assessment'
import { visibilityWords } from '@/lib/assurance/evidence/evidence'
import { valueWords } from '@/lib/assurance/value-words'
import { dayOf, dayWords } from '@/lib/platform/days'

/** Where an assessment stands, and what the authority said last. */
export function AssessmentStatus({ assessment }: { assessment: AssessmentView }) {
  const onlyStandards = asksOnlyStandards(assessment)
  return (
    <>
      <SummaryList
        rows={[
          { key: 'State', value: assessmentStateWords[assessment.state] },
          { key: 'What for', value: onlyStandards ? 'New standard versions' : assessmentKindWords[assessment.kind] },
          ...(onlyStandards
            ? []
            : [{ key: 'Capabilities', value: assessment.capabilities.map((c) => c.words).join('; ') }]),
          { key: 'Since', value: dayWords(dayOf(assessment.movedAt)) },
        ]}
      />
      {assessment.returnReason ? (
        <InsetText>The authority has sent it back: {assessment.returnReason}</InsetText>
      ) : null}
    </>
  )
}

/** What must be found out, and what is known of it. */
export function SubjectTable({ lines, caption }: { lines: SubjectLine[]; caption: string }) {
  if (lines.length === 0) return <p>{caption}: none is known to apply.</p>
  return (
    <Table
      caption={caption}
      columns={[{ heading: 'What' }, { heading: 'Must be kept' }, { heading: 'Known' }]}
      rows={lines.map((line) => ({
        key: line.key,
        cells: [line.words, line.mandatory ? 'yes' : 'no', knownWords(line)],
      }))}
    />
  )
}

const knownWords = ({ value, waits }: SubjectLine): string =>
  `${value === 'FAILED' ? 'not met' : valueWords[value]}${waits ? '; a finding waits for a reviewer' : ''}`

/** What the findings rest on, each with its hash. */
export function EvidenceTable({ evidence }: Pick<AssessmentView, 'evidence'>) {
  if (evidence.length === 0) return <p>No evidence has been added.</p>
  return (
    <Table
      caption="Evidence"
      columns={[
        { heading: 'Title' },
        { heading: 'Who may read it' },
        { heading: 'Valid until' },
        { heading: 'Added' },
        { heading: 'SHA-256' },
      ]}
      rows={evidence.map((item) => ({
        key: item.id,
        cells: [
          item.file ? (
            <a href={`/evidence/${item.id}`} key="file">
              {item.title}
            </a>
          ) : (
            `${item.title} (kept elsewhere)`
          ),
          visibilityWords[item.visibility],
          item.validUntil ? dayWords(item.validUntil) : 'not stated',
          `${dayWords(dayOf(item.addedAt))}${replaces(item, evidence)}`,
          <code key="hash">{item.sha256.slice(0, 16)}…</code>,
        ],
      }))}
    />
  )
}

const replaces = ({ replacesId }: AssessmentView['evidence'][number], all: AssessmentView['evidence']) =>
  replacesId ? `, in place of ${all.find((e) => e.id === replacesId)?.title ?? 'another'}` : ''

/** What assessors found, signed or not. */
export function FindingTable({ findings }: Pick<AssessmentView, 'findings'>) {
  if (findings.length === 0) return <p>Nothing has been found yet.</p>
  return (
    <Table
      caption="Findings"
      columns={[{ heading: 'Of' }, { heading: 'Outcome' }, { heading: 'Valid until' }, { heading: 'State' }]}
      rows={findings.map((finding) => ({
        key: finding.id,
        cells: [
          finding.subject,
          finding.reason ? `${outcomeWords[finding.outcome]}: ${finding.reason}` : outcomeWords[finding.outcome],
          finding.validUntil ? dayWords(finding.validUntil) : 'not stated',
          finding.comment
            ? `${findingStateWords[finding.state]}: ${finding.comment}`
            : findingStateWords[finding.state] + (finding.correctsId ? ', in place of an older one' : ''),
        ],
      }))}
    />
  )
}
