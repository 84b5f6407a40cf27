import type { SwitchRole, SwitchState } from '../switch'

/** A stretch of the way as the guides tell it, the same for everybody: what happens, what can go wrong, how long it takes (design §3–6). */
export type GuideStage = { title: string; states: SwitchState[]; happens: string; wrong: string; takes: string }

export const guideStages = {
  case: {
    title: 'Make the case',
    states: ['draft', 'case'],
    happens:
      'The practice says what it needs, chooses one plan from a comparison, and sees what leaving costs: notice, minimum term and charges. The commissioner decides on the money.',
    wrong: 'Notice is given too late, and both systems are paid for. Check the notice day of each contract first.',
    takes:
      'Order at least 60 working days before the day you want to go live; you are reminded 80 working days before.',
  },
  order: {
    title: 'Put people and days in place',
    states: ['ordered', 'mobilised'],
    happens:
      'Everybody who signs is named. The hazard log is opened, the data protection impact assessment is approved, the days are set, and every service that hangs on the old system gets an owner and a plan.',
    wrong:
      'A service that nobody listed, such as pathology links or a dispensary, stops on the day. Go through the list of dependent services with those who use them.',
    takes: 'Safety officer and impact assessment: at the latest 50 working days before go-live.',
  },
  trial: {
    title: 'Trial load',
    states: ['preparing', 'trial-loaded'],
    happens:
      'The losing supplier makes an extract of all records, the gaining supplier loads it, and both sign for what they handed over with the hash of a manifest.',
    wrong: 'Registrations and workflow inboxes that nobody cleared arrive as old work in the new system.',
    takes: 'Ask for the trial extract 45 working days before go-live. The load is due 10 working days after you asked.',
  },
  check: {
    title: 'Data check',
    states: ['data-check', 'cutover-ready'],
    happens:
      'The checker compares every record of both systems at the practice, and its signed report is brought here. A difference that could harm a patient (S1) is fixed or explained. A second party runs it too and must find the same.',
    wrong:
      'A report is refused because a manifest was replaced or the file was changed. The page says which test it failed; run the checker again and bring the new report.',
    takes: '3 to 5 working days for each trial load.',
  },
  cutover: {
    title: 'Cut-over',
    states: ['frozen', 'loaded'],
    happens:
      'The old system stands still, links are taken off, the final extract is loaded and compared again, and links are proven on the new system. What happens meanwhile is written on numbered slips.',
    wrong:
      'Nobody decides by the deadline. Then the practice goes back to the old system by itself: that is the safe way.',
    takes: 'A weekend, from Friday 17:00 to Monday 07:00, or at most 5 working days in the week.',
  },
  live: {
    title: 'Live, and settling',
    states: ['live'],
    happens:
      'The practice works in the new system. The slips are typed in and found again by a run. The data are compared on working days 1, 5 and 20.',
    wrong: 'Slips are forgotten in a drawer. The log shows every number that is still open.',
    takes: 'All slips within 5 working days, at the latest 10. The last comparison is on working day 20.',
  },
  close: {
    title: 'Keep the old system, then close',
    states: ['legacy-read-only', 'closed'],
    happens:
      'The old system can only be read, by named users. When it is no longer needed the losing supplier deletes its copy and certifies it, the evidence is sealed, and the commissioner closes the switch.',
    wrong:
      'The audit archive turns out to be unreadable after the old system is gone. Retrieve it once and look five things up before you sign.',
    takes: 'At least 90 calendar days from go-live.',
  },
  aside: {
    title: 'When it stands still or goes back',
    states: ['on-hold', 'remediation', 'rolled-back', 'cancelled'],
    happens:
      'A switch can be put on hold or cancelled until the records are frozen. After that it can be rolled back: one person proposes, others sign. A rolled-back switch begins again with a new trial load.',
    wrong:
      'After day 5 of live use, or the first batch of electronic repeat dispensing, there is no way back. From then on faults are mended in the new system.',
    takes: 'Due days stand still while a switch is on hold.',
  },
} as const satisfies Record<string, GuideStage>
export type GuideStageName = keyof typeof guideStages

export const guideStageOf = (state: SwitchState): GuideStageName =>
  (Object.keys(guideStages) as GuideStageName[]).find((name) =>
    (guideStages[name].states as readonly SwitchState[]).includes(state),
  )!

/** Addresses of the guides, one a role of the switch. */
export const guideRoles = {
  'practice-manager': 'practice-manager',
  'clinical-lead': 'clinical-lead',
  'clinical-safety-officer': 'clinical-safety-officer',
  'data-protection-officer': 'data-protection-officer',
  'it-partner': 'delivery-partner',
  'losing-supplier': 'losing-signatory',
  'gaining-supplier': 'gaining-signatory',
  commissioner: 'funding-approver',
} as const satisfies Record<string, SwitchRole>
export type GuideRole = keyof typeof guideRoles

export const isGuideRole = (role: string): role is GuideRole => Object.hasOwn(guideRoles, role)
