import { type FullFacts, numberIn, stated } from '../switch-facts'
import { line, type Predicate } from './predicate'
import { countsAgree, isStated, noneLeft, readOf } from './stated-lines'

/** G4: whether the site is surveyed and every dependent service has an owner and a plan. */
export function prepareLines(facts: FullFacts): Predicate[] {
  return [
    countsAgree(
      facts,
      'survey',
      ['gaps', 'closed'],
      { id: 'G4.1', sentence: 'The gaps that the survey found are closed', owner: 'IT delivery partner' },
      { missing: 'There is no survey yet', short: (n) => `${n} gaps are open` },
    ),
    radarLine(facts),
  ]
}

/** RD-01, RD-02: a service that nobody has looked at, that has no owner or plan, or that is not even listed, stands in the way. */
function radarLine({ radar, contracted }: FullFacts): Predicate {
  const open = radar.filter((l) => l.inUse === null || (l.inUse && (l.owner === '' || l.plan === '')))
  const absent = contracted.filter((service) => !radar.some((l) => l.service === service))
  const names = open.slice(0, 3).map((l) => l.service)
  return line(
    {
      id: 'G4.2',
      sentence: 'Every dependent service has an owner and a plan, or is not in use',
      owner: 'IT delivery partner',
      read: [radar.map((l) => [l.service, l.inUse, l.owner, l.plan]), contracted],
    },
    radar.length > 0 && open.length === 0 && absent.length === 0,
    absent.length > 0
      ? `Contracted but not listed: ${absent.join(', ')}`
      : radar.length === 0
        ? 'No dependent services are listed'
        : `${open.length} without a decision, owner or plan: ${names.join(', ')}${open.length > 3 ? ' …' : ''}`,
  )
}

/** G5: whether the practice is ready for the trial load. */
export function trialLines(facts: FullFacts): Predicate[] {
  const training = stated(facts, 'training')
  const [staff, booked] = [numberIn(training, 'staff') ?? 0, numberIn(training, 'booked') ?? 0]
  const untold = facts.radar.filter((l) => l.inUse && l.thirdParty !== '' && l.toldOn === null)
  const manager = 'Practice manager'
  return [
    noneLeft(
      facts,
      'registrations',
      ['fp69', 'pending'],
      { id: 'G5.1', sentence: 'FP69 flags and pending registrations are processed', owner: manager },
      'They are not counted yet',
    ),
    isStated(
      facts,
      'inboxes',
      { id: 'G5.2', sentence: 'The workflow inboxes are counted', owner: manager },
      'The inboxes are not counted',
    ),
    line(
      {
        id: 'G5.3',
        sentence: 'At least 90 % of the staff are booked for training',
        owner: 'Gaining supplier',
        read: readOf(facts, 'training'),
      },
      staff > 0 && booked * 10 >= staff * 9,
      training ? `${booked} of ${staff} are booked` : 'No bookings are counted',
    ),
    line(
      {
        id: 'G5.4',
        sentence: 'The third parties are told',
        owner: manager,
        read: facts.radar.map((l) => [l.service, l.thirdParty, l.toldOn]),
      },
      facts.radar.length > 0 && untold.length === 0,
      facts.radar.length === 0
        ? 'No third parties are listed'
        : `Not told: ${untold.map((l) => l.thirdParty).join(', ')}`,
    ),
  ]
}
