import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import { ruleWords, type StandardLine } from '@/lib/assurance/register-view'
import { valueWords } from '@/lib/assurance/value-words'
import { dayWords } from '@/lib/platform/days'

const colours: Record<StandardLine['value'], TagColour> = {
  NOT_APPLICABLE: 'white',
  MET: 'green',
  MET_MACHINE: 'green',
  WAIVED: 'yellow',
  WORK_OFF: 'yellow',
  LAPSED: 'orange',
  UNKNOWN: 'grey',
  BREACHED: 'red',
}

/** A derived value in a word. Unknown is grey. */
export function ValueTag({ value }: { value: StandardLine['value'] }) {
  const words = valueWords[value]
  return <Tag colour={colours[value]}>{words[0]!.toUpperCase() + words.slice(1)}</Tag>
}

/** P13: each standard that applies, its derived value and the next day on which that may change. */
export function StandardsTable({ standards }: { standards: StandardLine[] }) {
  if (standards.length === 0) return <p>Not assessed: no standard is known to apply.</p>
  return (
    <Table
      caption="Standards that apply, as derived from findings"
      columns={[{ heading: 'Standard' }, { heading: 'Version' }, { heading: 'Value' }, { heading: 'In date until' }]}
      rows={standards.map((s) => ({
        key: s.standardId,
        cells: [
          <a href={`/standards/${s.standardId}`} key="name">
            {s.name} ({s.standardId})
          </a>,
          s.version,
          <ValueTag value={s.value} key="value" />,
          s.until === null ? 'No end recorded' : dayWords(s.until),
        ],
      }))}
    />
  )
}

/** The register's table: every requirement, its value, and why. */
export function RequirementsTable({ standards }: { standards: StandardLine[] }) {
  if (standards.length === 0) return <p>Not assessed: no standard is known to apply.</p>
  return (
    <Table
      caption="Requirements, one line each"
      columns={[
        { heading: 'Requirement' },
        { heading: 'Value' },
        { heading: 'Why' },
        { heading: 'Findings' },
        { heading: 'Until' },
      ]}
      rows={standards.flatMap((s) =>
        s.requirements.map((r) => ({
          key: `${s.standardId}/${r.id}`,
          cells: [
            <span key="name">
              {r.id}, {r.level.replace('_', ' ')}
              <br />
              <span className="muted">
                <a href={`/standards/${s.standardId}`}>{s.name}</a> {s.version}
                {r.serious ? ', serious hazard' : ''}
              </span>
            </span>,
            <ValueTag value={r.value} key="value" />,
            `${ruleWords[r.rule]} (${r.rule})${r.plan ? `; plan due ${dayWords(r.plan.dueOn)}` : ''}`,
            r.findings.map(findingWords).join(', ') || 'None',
            r.until === null ? 'No end recorded' : dayWords(r.until),
          ],
        })),
      )}
    />
  )
}

const findingWords = ({ outcome, on, carriedFrom }: StandardLine['requirements'][number]['findings'][number]) =>
  `${outcome.replace('_', ' ').toLowerCase()} on ${dayWords(on)}${carriedFrom ? `, carried over from ${carriedFrom}` : ''}`
