import type { Account } from '@/lib/identity/person'
import { Fold } from './fold'
import { type Place, placeOf, placesOf } from './places'

/** More links than these do not fit in one row: then each group is behind its title. */
const mostInARow = 7

/** The ways through the house, for this reader. */
export function Navigation({ account, path }: { account: Account | undefined; path: string }) {
  const groups = placesOf(account)
  const here = placeOf(path, groups)
  const all = groups.flatMap(({ places }) => places)
  return (
    <nav className="masthead__nav" aria-label="Main">
      <Fold label="Menu" name="masthead" kind="bar">
        {all.length <= mostInARow ? (
          <Places places={all} {...{ here, path }} />
        ) : (
          <ul className="masthead__groups">
            {groups.map(({ title, places }) => (
              <li key={title}>
                <Fold label={title} name="places" kind="group" here={here !== undefined && places.includes(here)}>
                  <Places {...{ places, here, path }} />
                </Fold>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </nav>
  )
}

const Places = ({ places, here, path }: { places: Place[]; here: Place | undefined; path: string }) => (
  <ul className="masthead__places">
    {places.map(({ href, text }) => (
      <li key={href}>
        <a href={href} aria-current={href !== here?.href ? undefined : path.split('?')[0] === href ? 'page' : 'true'}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)
