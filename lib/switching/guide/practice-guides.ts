import type { RoleGuide } from './role-guide'

/** What the people of a practice do at each stage. */
export const practiceGuides: Record<'practice-manager' | 'clinical-lead', RoleGuide> = {
  'practice-manager': {
    intro:
      'You open the switch, keep it moving and decide together with the clinical lead. You need no technical knowledge: the page of the switch says at each point what is missing.',
    runsChecker: true,
    stages: {
      case: {
        do: [
          'Open the switch from the page of the contract that you want to leave.',
          'State what you need and choose one plan from a comparison.',
          'Read the cost of leaving, then sign the case.',
        ],
        need: ['The present contract, with its notice days', 'A comparison of the systems that fit'],
      },
      order: {
        do: [
          'Name the people of the switch. You, the clinical lead and the clinical safety officer must be three people.',
          'Set the days of final extract and go-live.',
          'List every service that hangs on the old system.',
        ],
        need: ['The names of those who sign', 'A list of links and devices from your staff'],
      },
      trial: {
        do: [
          'Clear FP69 flags and pending registrations.',
          'Count what lies in workflow inboxes.',
          'Book training: at least 9 of 10 staff.',
          'Make the keys of the checker, and register the public one here.',
        ],
        need: ['A computer at the practice for the checker'],
      },
      check: {
        do: [
          'Start the data check.',
          'Have the checker run and bring its signed report.',
          'Hold the cut-over meeting 28 days before the final extract; send the form to Primary Care Support England 14 days before it.',
        ],
        need: ['Both folders of data, or the IT partner who has them'],
      },
      cutover: {
        do: [
          'Keep the downtime rota, and give out numbered slips.',
          'Sign go or no-go with the clinical lead and the safety officer.',
          'Say “Go live” when nothing is missing.',
        ],
        need: ['Slips with numbers, for each room'],
      },
      live: {
        do: ['See that every slip is typed in.', 'Bring the reports of days 1, 5 and 20.', 'Compare the list size.'],
        need: ['The re-entry log on the page of the switch'],
      },
      close: {
        do: [
          'Retrieve the audit archive once and look five things up.',
          'Seal the evidence when the deletion certificate is there, and keep the file.',
        ],
        need: ['The archive from the losing supplier'],
      },
      aside: {
        do: [
          'Put the switch on hold with a reason, and take it up again.',
          'Propose or sign a roll-back when it is not safe to go on.',
        ],
        need: ['A reason in plain words, with nothing about a patient'],
      },
    },
  },
  'clinical-lead': {
    intro:
      'You are a GP partner and decide whether the records are fit to treat patients with. Nobody can decide it for you, and you cannot accept a difference that could cause harm: it is fixed or explained.',
    runsChecker: false,
    stages: {
      case: { do: ['Say which clinical work the new system must support.'], need: ['The comparison of the systems'] },
      order: {
        do: ['Agree with the safety officer which differences a rule may explain.'],
        need: ['The profile of rules, in plain words'],
      },
      trial: {
        do: ['Choose patients whose records you know well, for the look at the screen.'],
        need: ['A short list, kept at the practice'],
      },
      check: {
        do: [
          'Read the report: verdict first, then every check that failed.',
          'Read what each rule explains, and how often.',
          'Look at your patients on the new screen: medication, allergies, documents.',
          'Sign that the data are accepted, or send the load back.',
        ],
        need: ['The report on the page of the switch', 'An hour without interruptions'],
      },
      cutover: {
        do: ['Read the report of the final load, and sign go or no-go.'],
        need: ['To be reachable for the whole weekend'],
      },
      live: {
        do: ['Report anything that looks wrong as an incident at once.', 'Explain differences in disease registers.'],
        need: ['The reports of days 1, 5 and 20'],
      },
      close: {
        do: ['Look up deceased and deducted patients in the new system.'],
        need: ['A few such records that you know'],
      },
      aside: {
        do: ['Propose or sign a roll-back when patients are not safe.'],
        need: ['What you saw, without naming a patient'],
      },
    },
  },
}
