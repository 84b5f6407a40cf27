export type TourStep = {
  title: string
  /** Whose account to sign in with; undefined where anybody may look. */
  who?: { email: string; is: string }
  say: string
  look: { href: string; text: string }[]
}

/** The demonstration's story in ten minutes: who to be, what to look at, and what to notice. */
export const tourSteps: TourStep[] = [
  {
    title: 'The market, as anybody may read it',
    say: 'Two suppliers run nearly every practice, and in many areas there is one. The figures come from public files and say of which day they are. A module is never green because somebody says so: look at the label, then at the register behind it.',
    look: [
      { href: '/market', text: 'The market today' },
      { href: '/modules', text: 'What can be bought' },
      { href: '/register', text: 'What was proven of each module' },
      { href: '/conformance', text: 'What machines test' },
    ],
  },
  {
    title: 'A practice that wants to move',
    who: { email: 'manager@riverside.example', is: 'practice manager of Riverside Surgery' },
    say: 'Riverside runs Meridian Practice. See what it costs on its own list, when the contract ends, the last day to say stop, and the earliest day of a switch with the rule that bound it. Then describe a need, let the portal compute the cheapest combination with proof, and freeze a shortlist.',
    look: [
      { href: '/', text: 'What waits for you' },
      { href: '/systems', text: 'My systems, my contracts, my options' },
      { href: '/systems/switching', text: 'Can I switch, when, and who decides?' },
      { href: '/shortlists', text: 'Needs, plans and shortlists' },
      { href: '/projects', text: 'Projects on their way to a decision' },
    ],
  },
  {
    title: 'Who pays decides in the open',
    who: { email: 'approver@northbank.example', is: 'funding approver of North Bank CCG, up to £100,000' },
    say: 'Requests stand with their clock and its owner. The budget shows what is reserved, committed and spent. Nobody approves what they asked for, and everybody may read how long decisions take.',
    look: [
      { href: '/funding', text: 'Requests and the budget' },
      { href: '/funding/decisions', text: 'How this commissioner decides' },
      { href: '/contracts', text: 'Contracts and their notice dates' },
    ],
  },
  {
    title: 'Money, month by month',
    who: { email: 'finance@northbank.example', is: 'finance officer of North Bank CCG' },
    say: 'A statement is drawn up from the frozen price and from days that both sides confirmed. What does not match is named with who can clear it; who asked for the money cannot release it.',
    look: [
      { href: '/invoices', text: 'Invoices' },
      { href: '/funding/money', text: 'To release, transfers, and the ledger' },
    ],
  },
  {
    title: 'A supplier that wants in',
    who: { email: 'editor@openpath.example', is: 'editor of OpenPath Clinical' },
    say: 'It lists modules, proves claims, lets its sandbox be tested as often as it likes, answers what was found, and sees each clock before it runs out.',
    look: [
      { href: '/supplier', text: 'Its modules and listings' },
      { href: '/supplier/endpoints', text: 'Test runs' },
      { href: '/supplier/non-conformities', text: 'What is not kept, and its clocks' },
      { href: '/supplier/orders', text: 'Orders to sign' },
    ],
  },
  {
    title: 'The authority assesses',
    who: { email: 'assessor@authority.example', is: 'assessor of the authority' },
    say: 'Claims are assessed with evidence and signed by a second person. Runs that count come unannounced, are signed and stand in a log that anybody can verify without trusting the portal.',
    look: [
      { href: '/assurance/assessments', text: 'Claims to assess' },
      { href: '/assurance/runs', text: 'Test runs' },
      { href: '/evidence-log', text: 'The evidence log' },
    ],
  },
  {
    title: 'Two officers decide',
    who: { email: 'officer1@authority.example', is: 'deciding officer of the authority' },
    say: 'Listing, suspension, removal, waivers: always two people, without an interest and without a part in the assessment. A suspended module cannot be ordered; what runs is never switched off.',
    look: [
      { href: '/assurance/decisions', text: 'Decisions' },
      { href: '/assurance/standards', text: 'Versions of standards' },
    ],
  },
  {
    title: 'The switch itself',
    who: { email: 'partner@riverside.example', is: 'GP partner and clinical lead of Riverside Surgery' },
    say: 'Each gate is computed from facts. Two exports are compared record by record, and nothing goes live while one is missing without a reason.',
    look: [
      { href: '/switches', text: 'Switches' },
      { href: '/switches/guide', text: 'How a switch goes' },
    ],
  },
]
