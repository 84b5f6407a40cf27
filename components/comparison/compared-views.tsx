import { AbsoluteViews } from '@/components/comparison/absolute-views'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { TextField } from '@/components/ui/text-field'
import type { AddressParameters } from '@/lib/catalogue/module-filter-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import type { ComparedFor } from '@/lib/comparison/comparison'
import { comparedViews, type Judged, judgedOf, mostPoints, pointsField } from '@/lib/comparison/scoring/compared-views'

import { poundsWords } from '@/lib/platform/money'

type Props = { modules: ModuleView[]; asked: ComparedFor; onlyDifferences: boolean; judged: AddressParameters }

/** The compared modules by their own figures and the reader's own judgement of quality, which stands in the address alone. */
export function ComparedViews(props: Props) {
  const { modules, asked } = props
  const judged = judgedOf(
    props.judged,
    modules.map(({ id }) => id),
  )
  const found = comparedViews(modules, asked, judged)
  return (
    <section aria-labelledby="own-views">
      <h2 className="nhsuk-heading-m" id="own-views">
        Which is worth its price?
      </h2>
      {found ? (
        <>
          <p>
            A price band measures each price against the cheapest shown here: take that one away and the others move.
            The three views beside it judge a module by its own figures, so that nobody else changes them. They decide
            nothing; a competition has its own rule.
          </p>
          <AbsoluteViews id="own" view={found.view} bands={found.bands} />
          <p>
            Services such as migration are priced by order and stand in the table above; a bundle of modules is not
            counted here.
            {found.without.map(({ name, why }) => ` Left out: ${name}, ${why}.`).join('')}
          </p>
          <JudgeForm {...props} given={judged} />
        </>
      ) : (
        <p>
          Enter a term, and your list size where prices depend on it, to see the cost over the whole life of each
          module.
        </p>
      )}
    </section>
  )
}

/** Points by module, least points and worth of a point, by a plain form that keeps the rest of the address. */
function JudgeForm({ modules, asked: { patients, term }, onlyDifferences, given }: Props & { given: Judged }) {
  return (
    <Details summary="Say how good each of these is to you">
      <form action="/compare#own-views" method="get" aria-label="How good each module is to you">
        {modules.map(({ id }) => (
          <input type="hidden" name="m" value={id} key={id} />
        ))}
        {patients === null ? null : <input type="hidden" name="n" value={patients} />}
        <input type="hidden" name="term" value={term ?? ''} />
        {onlyDifferences ? <input type="hidden" name="differences" value="1" /> : null}
        {modules.map(({ id, listing }) => (
          <TextField
            key={id}
            name={pointsField(id)}
            label={`Points for ${listing.name}`}
            hint={`0 to ${mostPoints}; leave it empty where you do not know`}
            width={4}
            inputMode="numeric"
            value={given.points[id]?.toString() ?? ''}
          />
        ))}
        <TextField
          name="floor"
          label="Least points that are good enough"
          width={4}
          inputMode="numeric"
          value={given.floor?.toString() ?? ''}
        />
        <TextField
          name="worth"
          label="What one point is worth to you over the term, in pounds"
          width={10}
          inputMode="decimal"
          value={given.worthPence === null ? '' : poundsWords(given.worthPence).slice(1)}
        />
        <Button look="secondary">Judge again</Button>
      </form>
    </Details>
  )
}
