import { InsetText } from '@/components/ui/inset-text'
import { type FoundGroup, foundTitles, type SearchAnswer } from '@/lib/insight/search/found'

type Props = { answer: SearchAnswer; isSignedIn: boolean }

/** What a search of the whole portal found, by kind with its count; the first links lead to the groups. */
export function SearchAnswerView({ answer, isSignedIn }: Props) {
  const { text, asked, groups } = answer
  if (!asked) return <WhatMayBeSearched isSignedIn={isSignedIn} />
  if (groups.length === 0)
    return (
      <>
        <p role="status">Nothing that you may see has this name or code: {text}</p>
        <WhatMayBeSearched isSignedIn={isSignedIn} />
      </>
    )
  return (
    <>
      <p role="status">
        {groups.length === 1 ? 'Found in 1 place' : `Found in ${groups.length} places`}: {text}
      </p>
      <nav aria-label="What was found">
        <ul className="nhsuk-list">
          {groups.map((group) => (
            <li key={group.kind}>
              <a href={`#found-${group.kind}`}>
                {foundTitles[group.kind]} ({countWords(group)})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </>
  )
}

const countWords = ({ total, orMore }: FoundGroup) => `${total.toLocaleString('en-GB')}${orMore ? ' or more' : ''}`

function Group({ group }: { group: FoundGroup }) {
  const { kind, found, total, orMore, all } = group
  const title = foundTitles[kind]
  return (
    <section aria-labelledby={`found-${kind}`}>
      <h2 className="nhsuk-heading-m" id={`found-${kind}`} tabIndex={-1}>
        {title} ({countWords(group)})
      </h2>
      <ul className="nhsuk-list">
        {found.map((one) => (
          <li key={one.href}>
            <a href={one.href}>{one.title}</a>
            <br />
            <span className="muted">{one.facts.join(', ')}</span>
          </li>
        ))}
      </ul>
      {total > found.length || orMore ? (
        <p>
          <a href={all}>
            All {countWords(group)} {title.toLowerCase()}
          </a>
        </p>
      ) : null}
    </section>
  )
}

const WhatMayBeSearched = ({ isSignedIn }: { isSignedIn: boolean }) => (
  <InsetText>
    <p>Type two letters or more. You can look for</p>
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>modules and suppliers, by name or by what they say of themselves</li>
      <li>practices, by name, postcode or ODS code, such as A81001</li>
      <li>standards, by name or id, such as S69</li>
      {isSignedIn ? (
        <li>contracts, orders and switches of your organisation, by number, such as C000001-01, or by practice</li>
      ) : null}
    </ul>
    {isSignedIn ? null : <p>Sign in to find contracts, orders and switches of your organisation too.</p>}
  </InsetText>
)
