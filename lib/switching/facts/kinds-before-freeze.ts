import { between } from '../switch'
import type { FactKindDefinition } from './fact'
import { choice, count, day, pounds, sha256, text } from './fact-fields'

const [untilCase, untilMobilised] = [between('draft', 'case'), between('draft', 'ordered')]
const preparing = between('ordered', 'preparing')
const beforeFreeze = between('ordered', 'cutover-ready')

/** What is stated on the way from the first thought to the freeze. */
export const kindsBeforeFreeze = {
  needs: {
    title: 'What the practice needs',
    by: ['practice-manager'],
    in: untilCase,
    fields: { need: text('What does the practice need that it does not have today?') },
  },
  plan: {
    title: 'The plan that was chosen',
    by: ['practice-manager'],
    in: untilCase,
    fields: { comparison: { type: 'id', label: 'Saved comparison' } },
  },
  'switching-cost': {
    title: 'What the switch costs once',
    by: ['practice-manager', 'funding-approver'],
    in: untilCase,
    fields: { exitPence: pounds('Charges of the system that is left'), movePence: pounds('Costs of the move itself') },
  },
  'acknowledged-losing': {
    title: 'The losing supplier acknowledges the switch',
    by: ['losing-signatory'],
    in: untilCase,
    fields: { acknowledgedOn: day('Day on which you acknowledge it') },
  },
  'acknowledged-gaining': {
    title: 'The gaining supplier acknowledges the switch',
    by: ['gaining-signatory'],
    in: untilCase,
    fields: {
      acknowledgedOn: day('Day on which you acknowledge it'),
      reverseDays: count('Working days in which you give a reverse extract', 'Needed for a way back after go-live.'),
    },
  },
  'cancellation-charges': {
    title: 'The commissioner acknowledges the cancellation charges',
    by: ['funding-approver'],
    in: untilCase,
    fields: { pence: pounds('Charges if the switch is cancelled') },
  },
  dpia: {
    title: 'Data protection impact assessment approved',
    by: ['data-protection-officer'],
    in: untilMobilised,
    fields: { reference: text('Reference of the assessment'), approvedOn: day('Approved on') },
  },
  dde: {
    title: 'Description of the extract',
    by: ['losing-signatory'],
    in: untilMobilised,
    fields: { edition: text('Version'), exclusions: text('What the extract leaves out', 'Say “none” if nothing.') },
  },
  'profile-losing': {
    title: 'The losing supplier agrees to the reconciliation profile',
    by: ['losing-signatory'],
    in: untilMobilised,
    fields: { sha256: sha256('SHA-256 of the profile') },
  },
  'profile-gaining': {
    title: 'The gaining supplier agrees to the reconciliation profile',
    by: ['gaining-signatory'],
    in: untilMobilised,
    fields: { sha256: sha256('SHA-256 of the profile') },
  },
  'profile-safety': {
    title: 'The clinical safety officer agrees to the reconciliation profile',
    by: ['clinical-safety-officer'],
    in: untilMobilised,
    fields: { sha256: sha256('SHA-256 of the profile') },
  },
  dates: {
    title: 'Planned days',
    by: ['practice-manager'],
    in: between('draft', 'cutover-ready'),
    fields: {
      goLiveOn: day('Planned go-live'),
      finalExtractOn: day('Final extract'),
      meetingOn: day('Cut-over meeting'),
      cutover: choice('Cut-over', { weekend: 'Over a weekend, Friday evening to Monday morning', week: 'In the week' }),
    },
  },
  survey: {
    title: 'Survey of the site',
    by: ['delivery-partner'],
    in: preparing,
    fields: { gaps: count('Gaps found'), closed: count('Gaps closed') },
  },
  registrations: {
    title: 'Flags and registrations',
    by: ['practice-manager'],
    in: preparing,
    fields: { fp69: count('FP69 flags not processed'), pending: count('Registrations not processed') },
  },
  'oldest-flag': {
    title: 'Oldest FP69 flag',
    by: ['practice-manager'],
    in: between('ordered', 'live'),
    fields: { flaggedOn: day('Day of the oldest FP69 flag') },
  },
  inboxes: {
    title: 'Workflow inboxes counted',
    by: ['practice-manager'],
    in: preparing,
    fields: { tasks: count('Open tasks'), letters: count('Unfiled letters'), results: count('Unfiled results') },
  },
  training: {
    title: 'Training booked',
    by: ['practice-manager', 'gaining-signatory'],
    in: preparing,
    fields: { staff: count('Staff who need training'), booked: count('Of these booked') },
  },
  'trial-asked': {
    title: 'Trial extract asked for',
    by: ['practice-manager'],
    in: preparing,
    fields: { askedOn: day('Asked on') },
  },
  'sample-checks': {
    title: 'Sample checks of the trial load',
    by: ['clinical-lead'],
    in: between('trial-loaded', 'data-check'),
    fields: { samples: count('Samples looked at'), faults: count('Of these with a fault') },
  },
  'pcse-form': {
    title: 'Form to Primary Care Support England',
    by: ['practice-manager'],
    in: beforeFreeze,
    fields: { sentOn: day('Sent on') },
  },
  'cutover-meeting': {
    title: 'Cut-over meeting',
    by: ['practice-manager', 'delivery-partner'],
    in: beforeFreeze,
    fields: { heldOn: day('Held on') },
  },
  smartcards: {
    title: 'Smartcards tested',
    by: ['delivery-partner'],
    in: beforeFreeze,
    fields: { cards: count('Smartcards of the practice'), tested: count('Of these tested') },
  },
  're-entry-process': {
    title: 'How slips are typed in afterwards',
    by: ['practice-manager'],
    in: beforeFreeze,
    fields: { process: text('The process that was chosen') },
  },
  'downtime-rota': {
    title: 'Rota for the downtime',
    by: ['practice-manager'],
    in: beforeFreeze,
    fields: { people: count('People on the rota') },
  },
  'rollback-deadline': {
    title: 'Deadline of the roll-back',
    by: ['practice-manager'],
    in: ['cutover-ready'],
    fields: {
      day: day('Day'),
      time: {
        type: 'time',
        label: 'Time',
        hint: 'For example 15:00. Without a decision by then, the switch goes back.',
      },
    },
  },
  'go-no-go': {
    title: 'Go or no-go for the cut-over',
    by: ['practice-manager'],
    in: ['cutover-ready'],
    fields: { decision: choice('Decision', { go: 'Go', 'no-go': 'No-go' }), decidedOn: day('Decided on') },
  },
} satisfies Record<string, FactKindDefinition>
