import { Details } from '@/components/ui/details'
import { hhi, type National } from '@/lib/insight/market-rules'
import { count, index } from '@/lib/insight/market-words'

/** What the index says, before anybody has to know how it is computed. */
export function Concentration({ england, areas }: { england: National; areas: number }) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="concentration">
        How concentrated is it?
      </h2>
      <p>
        In {count(england.singleSupplierAreas)} of {count(areas)} areas every practice runs the system of one supplier:
        there is no neighbour to ask about another. The index for England is{' '}
        <strong>{index(hhi(england.practices))}</strong> by practices and{' '}
        <strong>{index(hhi(england.patients))}</strong> by patients; in the middle area it is{' '}
        <strong>{index(england.medianHhi)}</strong>. In 2019 it was <strong>{index(hhi(england.before))}</strong> among
        the two systems that were listed.
      </p>
      <Details summary="How to read the index (HHI)">
        <p>
          The Herfindahl-Hirschman Index takes the share of each supplier in percent, multiplies it by itself, and adds
          the results. One supplier with every practice gives 10,000. Two with half each give 5,000. Ten with a tenth
          each give 1,000. The higher it is, the less choice has been made.
        </p>
        <p>
          Practices in which the source names two main systems ({count(england.unresolved)} of them) are counted in no
          share. A practice without a published list of patients counts as 0 patients.
        </p>
      </Details>
    </>
  )
}
