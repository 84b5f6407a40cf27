import { StandingTag } from '@/components/catalogue/standing-tag'
import { Table } from '@/components/ui/table'
import { clockWords } from '@/lib/assurance/clocks/clock'
import { gateWords } from '@/lib/assurance/gate-words'
import type { ModuleState } from '@/lib/assurance/list-module-states'
import { dayWords } from '@/lib/platform/days'

/** The modules that a practice runs or a commissioner pays for, the soonest due first. */
export function WatchedModules({ modules }: { modules: ModuleState[] }) {
  if (modules.length === 0) return <p>No contract of yours names a module of the register.</p>
  return (
    <Table
      caption="Modules under contract, the soonest due first"
      columns={[
        { heading: 'Module' },
        { heading: 'Label' },
        { heading: 'Buying more' },
        { heading: 'Non-conformities' },
        { heading: 'Next refresh' },
      ]}
      rows={modules.map((module) => ({
        key: module.moduleVersionId,
        cells: [
          <span key="name">
            <a href={`/register/${module.moduleId}/${module.version}`}>
              {module.name} {module.version}
            </a>
            <br />
            <span className="muted">{module.supplier}</span>
          </span>,
          <StandingTag standing={module.label} key="label" />,
          gateWords[module.gate.gate],
          module.open.length === 0 ? 'None is open' : <OpenLines open={module.open} key="open" />,
          module.nextRefreshOn ? dayWords(module.nextRefreshOn) : 'No day is known',
        ],
      }))}
    />
  )
}

function OpenLines({ open }: Pick<ModuleState, 'open'>) {
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {open.map((nc) => {
        const [next] = nc.running
        return (
          <li key={nc.id}>
            {nc.requirementId}
            {nc.serious ? ', serious hazard' : ''}
            {next ? `: ${clockWords[next.clock].waits.toLowerCase()} by ${dayWords(next.dueOn)}` : ''}
          </li>
        )
      })}
    </ul>
  )
}
