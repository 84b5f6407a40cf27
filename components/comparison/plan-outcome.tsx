import { ConflictReport } from '@/components/comparison/plans/conflict-report'
import { CostBars } from '@/components/comparison/plans/cost-bars'
import { CoverageGrid } from '@/components/comparison/plans/coverage-grid'
import { FrontierPlot } from '@/components/comparison/plans/frontier-plot'
import { BesideThePlan, PlanGrounds } from '@/components/comparison/plans/plan-notes'
import { WhenTimeline } from '@/components/comparison/plans/when-timeline'
import { InsetText } from '@/components/ui/inset-text'
import { Tag, type TagColour } from '@/components/ui/tag'
import { Warning } from '@/components/ui/warning'
import type { Choice, Outcome, Plan } from '@/lib/comparison/optimiser/choice'
import { changedWords, headline, statusWords, whyNotWords } from '@/lib/comparison/plans/outcome-words'
import { moduleName } from '@/lib/comparison/plans/plan-names'
import { shownPlans } from '@/lib/comparison/plans/shown-plans'

type Props = {
  choice: Choice
  outcome: Outcome
  /** Addresses of the plans as files. */
  links: { csv: string; json: string }
  /** Where it answers a what-if: what is changed, in words, and the plan that it was asked of (RES-4). */
  asked?: { words: string; before: Plan | null }
}

const statuses: Record<Outcome['status'], { words: string; colour: TagColour }> = {
  optimal: { words: 'Proven', colour: 'green' },
  'best-so-far': { words: 'Best so far', colour: 'yellow' },
  infeasible: { words: 'Not possible', colour: 'red' },
  undecided: { words: 'Undecided', colour: 'grey' },
}

/** What a run found, for somebody who has to judge it (§7 of choosing): words first, then pictures with their tables. */
export function PlanOutcome({ choice, outcome, links, asked }: Props) {
  const { plan, conflict, whyNot, when, frontier, status } = outcome
  const plans = shownPlans(choice, outcome)
  const answer = whyNotWords(choice, outcome)
  return (
    <>
      <InsetText>
        {plan ? <p className="nhsuk-heading-m tw:mb-2">{headline(choice, plan)}</p> : null}
        <p>
          <Tag colour={statuses[status].colour}>{statuses[status].words}</Tag> {statusWords(choice, outcome)}
        </p>
        {asked ? (
          <p>
            {asked.words}. {asked.before && plan ? changedWords(choice, asked.before, plan) : ''}
          </p>
        ) : null}
        {answer ? <p>{answer}</p> : null}
      </InsetText>
      {conflict ? <ConflictReport title="Why no plan is possible" {...conflict} /> : null}
      {whyNot && !whyNot.plan && whyNot.conflict.length > 0 ? (
        <ConflictReport
          title={`Why not ${moduleName(choice, whyNot.moduleId)}?`}
          reasons={whyNot.conflict}
          isSmallest={null}
        />
      ) : null}
      {status === 'undecided' ? (
        <Warning title="No answer yet">
          <p>A shorter list of wishes or suppliers, or a narrower budget, makes it quicker to decide.</p>
        </Warning>
      ) : null}
      <BesideThePlan choice={choice} outcome={outcome} />
      {plan ? <CoverageGrid choice={choice} plan={plan} /> : null}
      {plans.length > 0 ? <CostBars plans={plans} /> : null}
      {frontier ? <FrontierPlot choice={choice} plans={plans} isComplete={frontier.isComplete} /> : null}
      {when ? <WhenTimeline choice={choice} outcome={outcome} when={when} /> : null}
      <PlanGrounds choice={choice} outcome={outcome} />
      <p>
        Download these plans: <a href={links.csv}>CSV for a spreadsheet</a> or{' '}
        <a href={links.json}>JSON for programs</a>
      </p>
    </>
  )
}
