import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import { lateWords } from '@/lib/switching/portfolio/late-rules'
import type { PortfolioLine } from '@/lib/switching/portfolio/portfolio'
import { type Stage, stages } from '@/lib/switching/portfolio/stage-rules'
import { switchStateColours, switchStateLabels } from '@/lib/switching/switch'

/** A column a stage, a card a practice; on a narrow screen the columns are lists below each other. */
export function Board({ lines }: { lines: PortfolioLine[] }) {
  const shown = (Object.keys(stages) as Stage[]).filter((stage) => lines.some((line) => line.stage === stage))
  return (
    <div className="tw:grid tw:gap-4 tw:grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))]">
      {shown.map((stage) => {
        const cards = lines.filter((line) => line.stage === stage)
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`}>
            <h3 className="nhsuk-heading-s" id={`stage-${stage}`}>
              {stages[stage].title} ({cards.length})
            </h3>
            <ul className="nhsuk-list">
              {cards.map((line) => (
                <li key={line.id} className="nhsuk-card">
                  <div className="nhsuk-card__content">
                    <BoardCard line={line} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function BoardCard({ line }: { line: PortfolioLine }) {
  return (
    <>
      <h4 className="nhsuk-heading-xs">
        <a href={`/switches/${line.id}`}>{line.practice}</a>
      </h4>
      <p className="nhsuk-body-s">
        <Tag colour={switchStateColours[line.state]}>{switchStateLabels[line.state]}</Tag> {line.losing} to{' '}
        {line.gaining}
      </p>
      {line.late.length === 0 ? <p className="nhsuk-body-s">Nothing is late.</p> : null}
      {line.late.length > 0 ? (
        <ul className="nhsuk-body-s">
          {line.late.map(({ what, owner, days, toldTo }) => (
            <li key={what}>
              <strong>{lateWords(days)}:</strong> {what}. It is with the {inSentence(owner)}; told: {toldTo}.
            </li>
          ))}
        </ul>
      ) : null}
      {line.next ? (
        <p className="nhsuk-body-s">
          Next: {line.next.title}. With: {line.next.who}.
        </p>
      ) : null}
      {line.due ? (
        <p className="nhsuk-body-s">
          Due {dayWords(line.due.dueOn)}: {line.due.what}.
        </p>
      ) : null}
    </>
  )
}

const inSentence = (owner: string): string => owner.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())
