import { Details } from '@/components/ui/details'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { instantInWords } from '@/lib/platform/days'
import { bounds, countWords } from '@/lib/reconciliation/report'
import type { ReportView } from '@/lib/switching/get-switch'
import { classWords } from '@/lib/switching/reports/check-words'

const figure = (n: number): string => n.toLocaleString('en-GB')
const hash = (text: string | null) => (text ? <code className="hash">{text}</code> : 'none')

/** Each kind of difference and how often it was found without an explanation. */
export function ClassTable({ content }: Pick<ReportView, 'content'>) {
  const found = Object.entries(content.totals.byClass).filter(([, count]) => bounds(count)[1] > 0)
  if (found.length === 0) return <p>No difference without an explanation was found.</p>
  return (
    <Table
      caption="Unexplained differences by what happened"
      columns={[{ heading: 'What happened' }, { heading: 'Count', number: true }]}
      rows={found.map(([name, count]) => ({ key: name, cells: [classWords[name] ?? name, countWords(count)] }))}
    />
  )
}

/** RU-03: the declared rules, how many records each touched, and how many are equal only thanks to it. */
export function RuleTable({ content }: Pick<ReportView, 'content'>) {
  const { rules } = content.profile
  if (rules.length === 0)
    return <p>No rule was declared: the two sides were compared as they are, and nothing was explained away.</p>
  return (
    <Table
      caption="Declared rules"
      columns={[
        { heading: 'Rule' },
        { heading: 'Version', number: true },
        { heading: 'Records it touched', number: true },
        { heading: 'Equal only thanks to it', number: true },
      ]}
      rows={rules.map(({ id, version, touched, explained }) => ({
        key: id,
        cells: [id, String(version), countWords(touched), countWords(explained)],
      }))}
    />
  )
}

/** How records point to each other, and what is left hanging on each side. */
export function LinkFacts({ content }: Pick<ReportView, 'content'>) {
  const { source, target, dangling, explainedByNeighbour, indistinguishable } = content.links
  return (
    <SummaryList
      rows={[
        { key: 'Links in the old system', value: figure(source) },
        { key: 'Links in the new system', value: figure(target) },
        { key: 'Pointing to nothing, old system', value: countWords(dangling[0]) },
        { key: 'Pointing to nothing, new system', value: countWords(dangling[1]) },
        { key: 'Differ because the other record does', value: countWords(explainedByNeighbour) },
        { key: 'Truly alike, so not told apart', value: countWords(indistinguishable) },
      ]}
    />
  )
}

/** The proof that the checker finds what is lost: losses planted in a copy. */
export function CanaryFacts({ content }: Pick<ReportView, 'content'>) {
  const { canary } = content
  if (!canary) return <p>This report names no canary, so nothing shows that the checker would have found a loss.</p>
  return (
    <>
      <p>
        Before it was signed, the checker planted {figure(canary.planted)} losses in a copy of the new system&rsquo;s
        data, among them lost allergies, cut doses and records with the wrong patient. It found {figure(canary.found)}{' '}
        of them
        {canary.found === canary.planted ? ', all that were planted.' : '. This is not all.'}
      </p>
      <p className="muted">
        Seed {canary.seed}. SHA-256 of its own report: <code className="hash">{canary.sha256}</code>
      </p>
    </>
  )
}

/** Who ran what, over which folders. */
export function RunFacts({ report }: { report: ReportView }) {
  const { content } = report
  const sides = [
    ['old', content.source],
    ['new', content.target],
  ] as const
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Brought by', value: `${report.by}, on ${instantInWords(report.takenInAt)}` },
          {
            key: 'Run',
            value: `${instantInWords(new Date(content.startedAt))} to ${instantInWords(new Date(content.finishedAt))}`,
          },
          ...sides.flatMap(([side, { files, resources, patients, manifestSha256 }]) => [
            {
              key: `Data of the ${side} system`,
              value: `${figure(resources)} records of ${figure(patients)} patients in ${figure(files)} files`,
            },
            { key: `Manifest of the ${side} system`, value: hash(manifestSha256) },
          ]),
          { key: 'As of', value: instantInWords(new Date(content.profile.asOf)) },
          { key: 'Checker', value: `${content.tool.name} ${content.tool.version}` },
        ]}
      />
      <Details summary="Hashes, and what the report had to pass">
        <SummaryList
          rows={[
            { key: 'File', value: hash(report.sha256) },
            { key: 'Engine', value: hash(content.tool.wasmSha256) },
            { key: 'Profile of rules', value: hash(content.profile.sha256) },
            { key: 'Root over all patients', value: hash(content.merkle.root) },
            { key: 'Signing key', value: `${content.signature.keyId}${report.keyRevoked ? ', revoked since' : ''}` },
          ]}
        />
        <p>
          It is stored because it passed every test of RP-04: its form and signature, a key that was registered and not
          revoked, a listed checker, the two manifests that the suppliers had signed, a run later than both, totals that
          add up, and not seen before. A report that fails one is refused with the reason, and nothing of it is kept.
        </p>
      </Details>
    </>
  )
}
