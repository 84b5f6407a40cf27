import type { CheckReport, RunReport } from '../run/run-job'

/** The results as JUnit XML, as build servers read it: a breach is a failure, an ERROR an error, the rest is skipped. */
export function junitOf(
  { suite, startedAt, results }: RunReport,
  checks: readonly { id: string; title: string }[],
): string {
  const count = (...some: CheckReport['result'][]) => results.filter(({ result }) => some.includes(result)).length
  const cases = results.map((result) => {
    const title = checks.find(({ id }) => id === result.check)?.title ?? ''
    const open = `    <testcase classname="${xml(`${suite.name}.${result.requirement}`)}" name="${xml(`${result.check} ${title}`)}" time="0"`
    const inside = detailOf(result)
    return inside === '' ? `${open}/>` : `${open}>${inside}</testcase>`
  })
  const counts = `tests="${results.length}" failures="${count('FAIL')}" errors="${count('ERROR')}" skipped="${count('NOT_EXERCISED', 'NOT_APPLICABLE')}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${counts}>
  <testsuite name="${xml(`${suite.name} ${suite.version}`)}" ${counts} time="0" timestamp="${xml(startedAt)}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`
}

function detailOf({ result, reason, message }: CheckReport): string {
  const words = `type="${xml(reason)}" message="${xml(message)}"`
  if (result === 'FAIL') return `<failure ${words}>${xml(message)}</failure>`
  if (result === 'ERROR') return `<error ${words}>${xml(message)}</error>`
  return result === 'PASS' ? '' : `<skipped message="${xml(`${result} ${reason}: ${message}`)}"/>`
}

/** Escapes what XML 1.0 reserves, and leaves out what it cannot hold at all. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
