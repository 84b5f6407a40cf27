import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import {
  type CheckLine,
  coverageWords,
  type FindingLine,
  type RequirementLine,
  ruleWords,
  type StandardLine,
} from '@/lib/assurance/register/register-view'
import { type RunKind, runKindWords } from '@/lib/assurance/runs/run'
import { dayWords } from '@/lib/platform/days'
import { ValueTag } from './standards-table'

const columns = ['Requirement', 'Value', 'Why, and the facts behind it', 'Tested by machine'].map((heading) => ({
  heading,
}))

/** Every requirement of every standard that applies: value, rule, the facts behind it, and how far machines test it (RG-01). */
export function RequirementLines({ standards }: { standards: StandardLine[] }) {
  if (standards.length === 0) return <p>Not assessed: no standard is known to apply.</p>
  return (
    <Table
      caption="Requirements, one line each"
      columns={columns}
      rows={standards.flatMap((standard) =>
        standard.requirements.map((line) => ({
          key: `${standard.standardId}/${line.id}`,
          cells: [
            <Name line={line} standard={standard} key="name" />,
            <ValueTag value={line.value} key="value" />,
            <Why line={line} key="why" />,
            coverageWords(line.coverage),
          ],
        })),
      )}
    />
  )
}

function Name({ line, standard }: { line: RequirementLine; standard: StandardLine }) {
  return (
    <>
      {line.id}, {line.level.replace('_', ' ')}
      <br />
      <span className="muted">
        <a href={`/standards/${standard.standardId}`}>{standard.name}</a> {standard.version}
        {line.title && !line.id.endsWith('/WHOLE') ? `: ${line.title}` : ''}
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

function Why({ line }: { line: RequirementLine }) {
  const { findings, checks } = line
  return (
    <>
      {whyWords(line)}
      {findings.length === 0 && checks.length === 0 ? ', no finding' : null}
      <Checks checks={checks} />
      {findings.length > 0 ? (
        <Details summary={findings.length === 1 ? 'One finding' : `${findings.length} findings`}>
          {findings.map((finding) => (
            <div key={finding.id}>
              <p className="nhsuk-body-s">
                {finding.outcome.replace('_', ' ').toLowerCase()} on {dayWords(finding.on)}
                {finding.recordedOn > finding.on ? `, recorded on ${dayWords(finding.recordedOn)}` : ''},{' '}
                {finding.foundBy === 'run' ? 'by a test run' : 'found by an assessor and signed by a reviewer'}
                {finding.carriedFrom ? `, carried over from ${finding.carriedFrom}` : ''}
                {finding.logIndex === null ? null : <LogPlace index={finding.logIndex} />}
              </p>
              <EvidenceOf finding={finding} />
            </div>
          ))}
        </Details>
      ) : null}
    </>
  )
}

/** What machines found last, each with its signed proof. */
function Checks({ checks }: { checks: CheckLine[] }) {
  if (checks.length === 0) return null
  return (
    <ul className="nhsuk-list nhsuk-list--bullet nhsuk-body-s">
      {checks.map((c) => (
        <li key={c.check}>
          {c.check} {checkWords[c.result] ?? c.result} on {dayWords(c.on)},{' '}
          {runKindWords[c.kind as RunKind].toLowerCase()}
          {c.logIndex === null ? null : (
            <>
              , <a href={`/evidence-log/proofs/${c.logIndex}`}>signed proof</a>
            </>
          )}
          {c.challenged
            ? `. Challenged, and accepted on ${dayWords(c.challenged.since)}: it must pass again by ${dayWords(c.challenged.passBy)}`
            : null}
          {c.waivedUntil
            ? `. Two officers say that this check is wrong: it counts for nothing until ${dayWords(c.waivedUntil)}`
            : null}
        </li>
      ))}
    </ul>
  )
}
const checkWords: Record<string, string> = { PASS: 'passed', FAIL: 'failed', ERROR: 'could not be tried' }

const LogPlace = ({ index }: { index: number }) => (
  <>
    , <a href={`/evidence-log?below=${index + 1}`}>leaf {index} of the evidence log</a>
  </>
)

function EvidenceOf({ finding }: { finding: FindingLine }) {
  const hidden = finding.evidenceNotShown
  return (
    <ul className="nhsuk-list nhsuk-list--bullet nhsuk-body-s">
      {finding.evidence.map((item) => (
        <li key={item.sha256 + item.title}>
          {item.title}, SHA-256 <code className="tw:break-all">{item.sha256}</code>
        </li>
      ))}
      {hidden > 0 ? <li>{hidden} more, not for everybody</li> : null}
    </ul>
  )
}
