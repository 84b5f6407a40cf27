import type { RoleGuide } from './role-guide'

/** What both suppliers do at each stage. */
export const supplierGuides: Record<'losing-supplier' | 'gaining-supplier', RoleGuide> = {
  'losing-supplier': {
    intro:
      'You hand over everything, stand by what you handed over, and delete your copy at the end. All your duties stand on one page, by due day.',
    runsChecker: false,
    stages: {
      case: { do: ['Acknowledge the order and the notice.'], need: ['The contract'] },
      order: {
        do: ['Hand over the description of your extract, with all that it leaves out.', 'Agree the profile of rules.'],
        need: ['Your data description and its version'],
      },
      trial: {
        do: [
          'Make the trial extract: full records with their audit trail.',
          'Write its manifest and sign its SHA-256 here.',
        ],
        need: ['A signatory of your company on this portal'],
      },
      check: {
        do: ['Mend what the report shows to be missing from your extract, and sign the new manifest.'],
        need: ['The aggregate report; it names no patient'],
      },
      cutover: {
        do: [
          'Freeze the records.',
          'Confirm that everybody is logged off.',
          'Make the final extract and sign its manifest.',
        ],
        need: ['The agreed hour'],
      },
      live: { do: ['Keep the old system readable.'], need: ['The list of named users'] },
      close: {
        do: [
          'State how often the old system was used.',
          'Delete your copy and certify it: day and SHA-256 of the certificate.',
        ],
        need: ['The certificate as a file'],
      },
      aside: {
        do: ['Put the links back on when the practice returns to your system.'],
        need: ['The plan of each dependent service'],
      },
    },
  },
  'gaining-supplier': {
    intro:
      'You load the records, mend what the comparison finds, train the staff and prove that everything works. All your duties stand on one page, by due day.',
    runsChecker: true,
    stages: {
      case: {
        do: ['Acknowledge the order.', 'Promise the extract that a way back would need.'],
        need: ['The call-off'],
      },
      order: {
        do: ['Publish how many loads and trainers you have in each week.', 'Agree the profile of rules.'],
        need: ['Your capacity by week'],
      },
      trial: {
        do: [
          'Load the trial extract within 10 working days.',
          'Write the manifest of your load, sign its SHA-256, and say that the load is done.',
        ],
        need: ['The extract of the losing supplier'],
      },
      check: {
        do: ['Repair what the report shows, begin a new trial load and sign its manifest.'],
        need: ['The report; the practice has the list of records'],
      },
      cutover: {
        do: ['Load the final extract, sign its manifest, and say that the load is done.', 'Prove the links.'],
        need: ['Your reserved week'],
      },
      live: {
        do: ['Confirm the day of go-live.', 'Mend faults at once: an S1 in live use proposes a roll-back.'],
        need: ['Your people on call'],
      },
      aside: {
        do: ['Deliver the reverse extract when the practice goes back from live use.'],
        need: ['What you promised at the order'],
      },
    },
  },
}
