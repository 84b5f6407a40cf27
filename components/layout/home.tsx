import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

const steps = [
  {
    title: 'Look',
    href: '/systems',
    text: 'See what your practice runs today, what it costs, when the contract ends and the last day to give notice.',
  },
  {
    title: 'Find',
    href: '/modules',
    text: 'Search accredited modules from any supplier. What each can do was proven, not promised, and says until when.',
  },
  {
    title: 'Compare',
    href: '/modules',
    text: 'Put up to four side by side, with the yearly price for your own list size.',
  },
  {
    title: 'Fund and sign',
    href: '/funding',
    text: 'Your commissioner decides in the open, within a limit, from a budget that cannot be overspent. Both sides sign the same words.',
  },
  {
    title: 'Switch',
    href: '/switches',
    text: 'Every gate is computed from facts. You do not go live while a record is missing without a reason.',
  },
  {
    title: 'Check us',
    href: '/register',
    text: 'The register shows what was proven, by whom and when. Every decision can be read back years later.',
  },
]

/** What this is and for whom, on one screen. */
export function HomePage({ demo }: { demo: boolean }) {
  return (
    <>
      <h1 className="nhsuk-heading-xl">Choose and switch GP systems</h1>
      <p className="nhsuk-lede-text">
        The open market in which English general practices choose, buy, switch and keep control of their computer
        systems.
      </p>
      <p>
        Today two suppliers run almost every practice, and fewer than 1 in 100 practices a year manage to change. Here a
        practice can find what fits, see that it was tested, have it funded, and move without losing a record.
      </p>
      <div className="button-row">
        <ButtonLink href="/modules">Find a module</ButtonLink>
        <ButtonLink href="/market" look="secondary">
          See the market today
        </ButtonLink>
        {demo ? (
          <ButtonLink href="/tour" look="secondary">
            The story in ten minutes
          </ButtonLink>
        ) : null}
      </div>
      <div className="tiles">
        {steps.map((step) => (
          <Card title={step.title} href={step.href} key={step.title}>
            <p>{step.text}</p>
          </Card>
        ))}
      </div>
      <h2 className="nhsuk-heading-m">Who it is for</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>practice managers and GP partners, who choose and sign</li>
        <li>
          suppliers, who list, prove and deliver modules: <a href="/supplier/join">ask for an account</a>
        </li>
        <li>commissioners, who pay and decide</li>
        <li>the national authority, which sets standards and decides in pairs</li>
        <li>everyone, who may read the register and the market figures</li>
      </ul>
    </>
  )
}
