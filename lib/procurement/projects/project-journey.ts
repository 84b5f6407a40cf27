import { awardedEntries, type FrozenEntry, type Project, type ProjectState } from './project'

export type TaskStatus = 'cannot-start' | 'not-started' | 'in-progress' | 'completed' | 'not-applicable'
export type ProjectTask = { title: string; who: string; hint: string; href: string | null; status: TaskStatus }
type Order = { id: string; number: string; state: string; moduleId: string; isSeen: boolean }
/** Who reads the list: whether they run the project, and what they call who does. */
export type Reader = { runs: boolean; buyer: string }

const before: ProjectState[] = ['scoping', 'shortlisting', 'frozen', 'competing', 'scored', 'decided']
const own: Reader = { runs: true, buyer: 'You' }

/** Every step from the need to the order: how far it is, who has it, where it is done. What a decision spares is not applicable. */
export function projectTasks(project: Project, offersClosed: boolean, orders: Order[], reader = own): ProjectTask[] {
  const you = reader.buyer
  const { state, route, competitionId } = project
  const isOver = (step: ProjectState) => before.indexOf(state) > before.indexOf(step)
  const status = (step: ProjectState, begun = false): TaskStatus => {
    if (isOver(step)) return reached(project, step) ? 'completed' : 'not-applicable'
    return state === step ? (begun ? 'in-progress' : 'not-started') : 'cannot-start'
  }
  const link = (task: Omit<ProjectTask, 'href'>, href: string | null): ProjectTask => ({
    ...task,
    href: !reader.runs || task.status === 'cannot-start' || task.status === 'not-applicable' ? null : href,
  })
  const competition =
    state === 'frozen' || !competitionId ? `/projects/${project.id}/criteria` : `/competitions/${competitionId}`
  return [
    link(
      {
        title: 'Say what you need',
        who: you,
        hint: 'Dates, framework, route and list size',
        status: status('scoping'),
      },
      '#act',
    ),
    link(
      {
        title: 'Freeze the shortlist',
        who: you,
        hint: 'Text, price and standing are copied as they stand',
        status: status('shortlisting'),
      },
      '#act',
    ),
    ...(route === 'competition'
      ? [
          link(
            {
              title: 'Say what counts and open the competition',
              who: you,
              hint: 'Criteria, weights, who competes, the last day',
              status: status('frozen', competitionId !== null),
            },
            competition,
          ),
          link(
            {
              title: 'Offers',
              who: 'The suppliers',
              hint: 'Sealed until you close the scoring',
              status: offersStatus(project, offersClosed),
            },
            competition,
          ),
          link(
            {
              title: 'Score',
              who: 'Your evaluators',
              hint: 'Each alone, then one agreed score',
              status: offersClosed || isOver('competing') ? status('competing', true) : 'cannot-start',
            },
            competition,
          ),
        ]
      : []),
    link(
      {
        title: 'Decide, with reasons',
        who: you,
        hint: 'For the one you choose and for each of the others',
        status: status(route === 'competition' ? 'scored' : 'frozen'),
      },
      route === 'competition' ? competition : '#act',
    ),
    ...orderTasks(project, orders, reader),
  ]
}

/** Who has an order in each state, and what is next there. */
const orderWords: Record<string, { who?: string; hint: string }> = {
  draft: { hint: 'Complete the order form, then ask for funding' },
  'awaiting-funding': { who: 'The payer', hint: 'The decision on the money is open' },
  funded: { hint: 'Send it for signature' },
  standstill: { who: 'Nobody', hint: 'It rests until the standstill is over' },
  signing: { who: 'The payer and the supplier', hint: 'Each side signs' },
  signed: { who: 'Nobody', hint: 'Signed by both sides: the contract is made' },
}

/** One task an order: one for each module that was awarded (T3). Before the award it is not known how many there will be. */
function orderTasks(project: Project, orders: Order[], reader: Reader): ProjectTask[] {
  const winners = awardedEntries(project)
  if (winners.length === 0) {
    const status = project.state === 'decided' ? 'not-applicable' : 'cannot-start'
    return [
      { title: 'Draft the order', who: reader.buyer, hint: 'Dates, value, funding, signatures', status, href: null },
    ]
  }
  return winners.map((winner) => orderTask(winner, winners.length > 1, orders, reader))
}

function orderTask(
  { moduleId, moduleName, supplierName }: FrozenEntry,
  several: boolean,
  orders: Order[],
  { runs, buyer }: Reader,
): ProjectTask {
  const order = orders.find((one) => one.moduleId === moduleId)
  const what = several ? `: ${moduleName}, ${supplierName}` : ''
  if (!order)
    return {
      title: `Draft the order${what}`,
      who: buyer,
      hint: 'Dates, value, funding, signatures',
      status: 'not-started',
      href: runs ? '#act' : null,
    }
  const { who = buyer, hint } = orderWords[order.state] ?? { hint: 'Dates, value, funding, signatures' }
  const status = order.state === 'signed' ? 'completed' : 'in-progress'
  return {
    title: `Order ${order.number}${what}`,
    who,
    hint,
    status,
    href: order.isSeen ? `/call-offs/${order.id}` : null,
  }
}

/** Whether a step was done, or a decision came before it: cancelled, none suitable. */
function reached(project: Project, step: ProjectState): boolean {
  if (project.state !== 'decided') return true
  if (step === 'scoping') return project.startsOn !== null
  if (step === 'shortlisting') return project.frozenAt !== null
  if (project.decision?.outcome !== 'cancelled') return true
  return false
}

function offersStatus({ state, decision }: Project, offersClosed: boolean): TaskStatus {
  if (offersClosed) return 'completed'
  if (state === 'competing') return 'in-progress'
  return state === 'decided' && decision ? 'not-applicable' : 'cannot-start'
}
