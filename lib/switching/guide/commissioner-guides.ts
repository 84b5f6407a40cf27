import type { RoleGuide } from './role-guide'

type Roles = 'clinical-safety-officer' | 'data-protection-officer' | 'it-partner' | 'commissioner'

/** What the people of the commissioner do at each stage. */
export const commissionerGuides: Record<Roles, RoleGuide> = {
  'clinical-safety-officer': {
    intro:
      'You keep the hazard log (DCB0160) and sign for safety before the data are accepted and before go-live. You are not the practice manager and not the clinical lead.',
    runsChecker: false,
    stages: {
      order: {
        do: [
          'Open the hazard log. Eleven hazards stand in it from the start, from a degraded allergy to a rule that hides a loss.',
          'Give each a likelihood and a severity, before and after its controls.',
          'Agree the profile of rules with both suppliers.',
        ],
        need: ['The hazard log on the page of the switch'],
      },
      check: {
        do: [
          'Read the rules and their counts, and the canary: what was planted and found.',
          'Accept an S2 difference only under a hazard, with a reason. An S1 cannot be accepted.',
          'Sign for safety.',
        ],
        need: ['The report', 'A hazard for each difference that you accept'],
      },
      cutover: {
        do: ['Sign for safety before go-live. A hazard of 15 or more after its controls blocks it.'],
        need: ['To be reachable for the whole weekend'],
      },
      live: {
        do: ['Close incidents, or start remediation where a fault must be mended first.'],
        need: ['The incidents on the page of the switch'],
      },
      aside: {
        do: ['Start and end remediation.', 'Propose or sign a roll-back.'],
        need: ['The reason, without naming a patient'],
      },
    },
  },
  'data-protection-officer': {
    intro:
      'You approve the impact assessment. This portal holds no patient, no record and no NHS number: the comparison runs at the practice, and only counts and hashes leave it.',
    runsChecker: false,
    stages: {
      order: {
        do: ['Approve the data protection impact assessment and state the day.'],
        need: ['The assessment', 'The section below on what leaves the practice'],
      },
      close: {
        do: ['See that the deletion certificate covers every copy.'],
        need: ['The certificate of the losing supplier'],
      },
    },
  },
  'it-partner': {
    intro:
      'You prepare the site, take links off and prove them on again, and run the comparison a second time so that two parties find the same.',
    runsChecker: true,
    stages: {
      order: {
        do: ['Say that the work starts when everybody is in place.', 'Survey the site and close its gaps.'],
        need: ['Access to the site'],
      },
      trial: {
        do: ['Start the preparation.', 'Tell third parties which links will move, and when.'],
        need: ['The list of dependent services'],
      },
      check: {
        do: [
          'Register your own signing key.',
          'Run the checker over the same data and bring your report. Its root must equal that of the practice.',
          'Test the smartcards.',
        ],
        need: ['The switch key of the practice, handed over sealed'],
      },
      cutover: {
        do: [
          'Confirm each link off, 2 and 1 working days before the final extract.',
          'Prove each link on the new system, with tester and time.',
        ],
        need: ['The plan of each dependent service'],
      },
    },
  },
  commissioner: {
    intro:
      'You decide on the money and close the switch. You see all switches that you pay for, and what is late in each, on one page.',
    runsChecker: false,
    stages: {
      case: {
        do: ['Decide on the request for funding.', 'Read the cost of leaving before you sign.'],
        need: ['The funding request'],
      },
      order: {
        do: ['See that a safety officer, a data protection officer and an IT partner are named.'],
        need: ['Your own people with these roles'],
      },
      check: {
        do: ['Act on what is passed on to you: 5 working days after a due day was missed.'],
        need: ['The page of the switches you pay for'],
      },
      close: {
        do: [
          'State that the last invoice of the old system is paid.',
          'Seal the evidence if the practice has not, and close the switch.',
        ],
        need: ['The last invoice', 'The deletion certificate'],
      },
      aside: {
        do: ['Agree to a cancellation, together with the practice.'],
        need: ['The reason that the practice gives'],
      },
    },
  },
}
