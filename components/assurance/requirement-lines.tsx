import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import {
  type FindingLine,
  type RequirementLine,
  ruleWords,
  type StandardLine,
} from '@/lib/assurance/register/register-view'
import { dayWords } from '@/lib/platform/days'
import { ValueTag } from './standards-table'

const columns = ['Requirement', 'Value', 'Why', 'Facts', 'Machine tests'].map((heading) => ({ heading }))

/** Every requirement of every standard that applies: value, rule, the facts behind it, and how far machines test it (RG-01). */
export function RequirementLines({ standards }: { standards: StandardLine[] }) {
  if (standards.length === 0) return <p>Not assessed: no standard is known to apply.</p>
  return standards.map((standard) => (
    <div key={standard.standardId}>
      <Table
        caption={`${standard.standardId} ${standard.name} ${standard.version}`}
        columns={columns}
        rows={standard.requirements.map((line) => ({
          key: line.id,
          cells: [
            <Name line={line} key="name" />,
            <ValueTag value={line.value} key="value" />,
            whyWords(line),
            <Facts line={line} key="facts" />,
            `${line.coverage.level}: ${line.coverage.because}`,
          ],
        }))}
      />
    </div>
  ))
}

function Name({ line }: { line: RequirementLine }) {
  return (
    <>
      {line.id}, {line.level.replace('_', ' ')}
      <br />
      <span className="muted">
        {line.title ?? 'not itemised'}
        {line.serious ? ', serious hazard' : ''}
      </span>
    </>
  )
}

const whyWords = ({ rule, until, plan, decision }: RequirementLine): string =>
  [
    `${ruleWords[rule]} (${rule})`,
    ...(plan ? [`plan due ${dayWords(plan.dueOn)}`] : []),
    ...(decision ? [`waived until ${dayWords(decision.until)}`] : []),
    ...(until ? [`in date until ${dayWords(until)}`] : []),
  ].join(', ')

function Facts({ line }: { line: RequirementLine }) {
  if (line.findings.length === 0) return 'none'
  return (
    <ul className="nhsuk-list">
      {line.findings.map((finding) => (
        <li key={finding.id}>
          {finding.outcome.replace('_', ' ').toLowerCase()} on {dayWords(finding.on)}
          {finding.recordedOn > finding.on ? `, recorded on ${dayWords(finding.recordedOn)}` : ''}, found by an assessor
          and signed by a reviewer
          <EvidenceOf finding={finding} />
        </li>
      ))}
    </ul>
  )
}

function EvidenceOf({ finding }: { finding: FindingLine }) {
  const hidden = finding.evidenceNotShown
  return (
    <Details summary={`Evidence (${finding.evidence.length + hidden})`}>
      <ul className="nhsuk-list">
        {finding.evidence.map((item) => (
          <li key={item.sha256 + item.title}>
            {item.title}, SHA-256 <code className="tw:break-all">{item.sha256}</code>
          </li>
        ))}
        {hidden > 0 ? <li>{hidden} more, not for everybody</li> : null}
      </ul>
    </Details>
  )
}
