import { guides } from '@/lib/switching/guide/get-guide'
import { type GuideRole, type GuideStageName, guideStages } from '@/lib/switching/guide/guide-stages'
import { CheckerSteps, WhatLeaves } from './checker-steps'

/** The whole way for one role: at each stage what happens, what this role does and needs, what can go wrong, how long. */
export function RoleGuide({ role }: { role: GuideRole }) {
  const { intro, runsChecker, stages } = guides[role]
  const names = Object.keys(guideStages) as GuideStageName[]
  return (
    <>
      <p className="nhsuk-lede-text">{intro}</p>
      <nav aria-label="Stages">
        <ol>
          {names.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{guideStages[name].title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {names.map((name) => (
        <Stage key={name} name={name} own={stages[name]} />
      ))}
      {runsChecker ? <CheckerSteps /> : null}
      <WhatLeaves />
    </>
  )
}

type Own = (typeof guides)[GuideRole]['stages'][GuideStageName]

function Stage({ name, own }: { name: GuideStageName; own: Own }) {
  const { title, happens, wrong, takes } = guideStages[name]
  return (
    <section aria-labelledby={name}>
      <h2 className="nhsuk-heading-m" id={name}>
        {title}
      </h2>
      <h3 className="nhsuk-heading-s">What happens</h3>
      <p>{happens}</p>
      <h3 className="nhsuk-heading-s">What you do</h3>
      {own ? <List items={own.do} /> : <p>Nothing is asked of you at this stage.</p>}
      {own ? <h3 className="nhsuk-heading-s">What you need</h3> : null}
      {own ? <List items={own.need} /> : null}
      <h3 className="nhsuk-heading-s">What can go wrong</h3>
      <p>{wrong}</p>
      <h3 className="nhsuk-heading-s">How long it takes</h3>
      <p>{takes}</p>
    </section>
  )
}

const List = ({ items }: { items: string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
