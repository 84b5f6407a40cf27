import { inMixedCase, type PracticeFacts } from '@/lib/insight/practice'

/** The way from what a practice runs to what it could run. */
export function ChoicesHint({ practice }: { practice: PracticeFacts }) {
  const size = practice.list ? `?n=${practice.list.patients}` : ''
  return (
    <>
      <h2 className="nhsuk-heading-m" id="choices">
        What else the practice could have
      </h2>
      <ul>
        <li>
          <a href={`/modules${size}`}>
            Accredited modules, priced for {practice.list ? 'this list size' : 'a list size of your choice'}
          </a>
        </li>
        {practice.areaCode && practice.icbCode ? (
          <li>
            <a href={`/market/${practice.areaCode}`}>What the neighbours of {inMixedCase(practice.name)} run</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}
