/** When an answer counts: it is one of these, it is filled in, it matches, a sum or a day is not below the bound. */
export type Condition =
  | { oneOf: readonly string[] }
  | { filled: true }
  | { matches: RegExp }
  | { atLeastPounds: number }
  | { notBeforeToday: true }
  | { anything: true }

export type Question = {
  id: string
  section: string
  text: string
  hint?: string
  kind: 'choice' | 'text' | 'pounds' | 'day'
  /** Value → words, for a choice. */
  options?: Record<string, string>
  /** An empty answer is an answer. */
  optional?: true
  /** Chosen one of these, the supplier must explain in words. */
  explain?: readonly string[]
  passIf: Condition
  /** Where `passIf` does not hold but this does, a person of the authority looks; where neither does, it fails. */
  reviewIf?: Condition
}

const yesNo = { yes: 'Yes', no: 'No' }

/** Changes whenever a question does; every declaration names the set that it answered. */
export const questionSet = '2026-11'

/**
 * What a supplier declares (SUP-3), as data. Exclusion: Procurement Act 2023 sections 57 to 62 and Schedules 6 and 7; conflicts:
 * sections 81 to 83; employers’ liability: the £5 million of the 1998 Regulations; clinical safety: DCB0129; protection of
 * data: UK GDPR Articles 28 and 44 to 46. The other two sums are the authority’s own bounds, below which a person looks.
 */
export const questions: Question[] = [
  {
    id: 'office',
    section: 'Your company',
    text: 'What is the address of your registered office?',
    kind: 'text',
    passIf: { filled: true },
  },
  {
    id: 'signs',
    section: 'Your company',
    text: 'Will the company that holds this account sign the contracts?',
    kind: 'choice',
    options: yesNo,
    explain: ['no'],
    passIf: { oneOf: ['yes'] },
    reviewIf: { oneOf: ['no'] },
  },
  {
    id: 'mandatory',
    section: 'Grounds for exclusion',
    text: 'Does a mandatory exclusion ground apply to you, or to anyone who controls you?',
    hint: 'Procurement Act 2023, Schedule 6',
    kind: 'choice',
    options: {
      no: 'No',
      ended: 'Yes, but the circumstances have ended and are not likely to happen again',
      yes: 'Yes, and the circumstances continue or may happen again',
    },
    explain: ['ended', 'yes'],
    passIf: { oneOf: ['no'] },
    reviewIf: { oneOf: ['ended'] },
  },
  {
    id: 'discretionary',
    section: 'Grounds for exclusion',
    text: 'Does a discretionary exclusion ground apply to you, or to anyone who controls you?',
    hint: 'Procurement Act 2023, Schedule 7',
    kind: 'choice',
    options: {
      no: 'No',
      ended: 'Yes, but the circumstances have ended and are not likely to happen again',
      yes: 'Yes, and the circumstances continue or may happen again',
    },
    explain: ['ended', 'yes'],
    passIf: { oneOf: ['no'] },
    reviewIf: { oneOf: ['ended', 'yes'] },
  },
  {
    id: 'debarred',
    section: 'Grounds for exclusion',
    text: 'Are you on the debarment list?',
    hint: 'Procurement Act 2023, section 62',
    kind: 'choice',
    options: yesNo,
    passIf: { oneOf: ['no'] },
  },
  {
    id: 'employers-liability',
    section: 'Insurance',
    text: 'What does your employers’ liability insurance cover, in pounds?',
    hint: 'For example 5000000',
    kind: 'pounds',
    passIf: { atLeastPounds: 5_000_000 },
    reviewIf: { atLeastPounds: 0 },
  },
  {
    id: 'public-liability',
    section: 'Insurance',
    text: 'What does your public liability insurance cover, in pounds?',
    hint: 'The authority looks at sums below £5 million',
    kind: 'pounds',
    passIf: { atLeastPounds: 5_000_000 },
    reviewIf: { atLeastPounds: 1 },
  },
  {
    id: 'indemnity',
    section: 'Insurance',
    text: 'What does your professional indemnity insurance cover, in pounds?',
    hint: 'The authority looks at sums below £2 million',
    kind: 'pounds',
    passIf: { atLeastPounds: 2_000_000 },
    reviewIf: { atLeastPounds: 1 },
  },
  {
    id: 'insured-until',
    section: 'Insurance',
    text: 'Until which day does the first of these run?',
    kind: 'day',
    passIf: { notBeforeToday: true },
  },
  {
    id: 'dspt',
    section: 'Data security',
    text: 'What does your Data Security and Protection Toolkit say for this year?',
    kind: 'choice',
    options: {
      exceeded: 'Standards exceeded',
      met: 'Standards met',
      approaching: 'Approaching standards',
      none: 'Nothing is published',
    },
    explain: ['approaching'],
    passIf: { oneOf: ['exceeded', 'met'] },
    reviewIf: { oneOf: ['approaching'] },
  },
  {
    id: 'data-protection-fee',
    section: 'Data security',
    text: 'What is your registration number with the Information Commissioner?',
    hint: 'For example ZA123456',
    kind: 'text',
    passIf: { matches: /^Z[A-Z0-9]\d{6}$/i },
    reviewIf: { filled: true },
  },
  {
    id: 'location',
    section: 'Where data is',
    text: 'Where is patients’ data stored, processed and looked at?',
    kind: 'choice',
    options: {
      uk: 'Only in the United Kingdom',
      adequate: 'Also in countries that the United Kingdom finds adequate',
      safeguards: 'Also elsewhere, under appropriate safeguards',
      elsewhere: 'Also elsewhere, without such safeguards',
    },
    explain: ['adequate', 'safeguards', 'elsewhere'],
    passIf: { oneOf: ['uk'] },
    reviewIf: { oneOf: ['adequate', 'safeguards'] },
  },
  {
    id: 'safety-officer',
    section: 'Clinical safety',
    text: 'Do you have a clinical safety officer, who is a registered clinician and trained for it?',
    hint: 'Standard DCB0129',
    kind: 'choice',
    options: { yes: 'Yes', 'not-needed': 'No, because nothing that we offer can harm a patient', no: 'No' },
    explain: ['not-needed'],
    passIf: { oneOf: ['yes'] },
    reviewIf: { oneOf: ['not-needed'] },
  },
  {
    id: 'safety-officer-name',
    section: 'Clinical safety',
    text: 'Who is it, and under which number do they practise?',
    kind: 'text',
    optional: true,
    passIf: { filled: true },
    reviewIf: { anything: true },
  },
  {
    id: 'accessibility',
    section: 'Accessibility',
    text: 'How far does what you offer meet WCAG 2.2, level AA?',
    kind: 'choice',
    options: { full: 'Fully', partly: 'Partly', none: 'Not at all, or not tested' },
    explain: ['partly'],
    passIf: { oneOf: ['full'] },
    reviewIf: { oneOf: ['partly'] },
  },
  {
    id: 'accessibility-statement',
    section: 'Accessibility',
    text: 'Where is your accessibility statement?',
    hint: 'An address that begins with https://. Leave it empty where there is none',
    kind: 'text',
    optional: true,
    passIf: { matches: /^https:\/\/[^\s]+\.[^\s]+$/ },
    reviewIf: { anything: true },
  },
  {
    id: 'conflicts',
    section: 'Conflicts of interest',
    text: 'Does anyone of yours also hold a role, a share or a close tie with a body that chooses or pays for systems?',
    hint: 'A practice, a commissioner, the authority, or an adviser of theirs',
    kind: 'choice',
    options: yesNo,
    explain: ['yes'],
    passIf: { oneOf: ['no'] },
    reviewIf: { oneOf: ['yes'] },
  },
  {
    id: 'inducements',
    section: 'Inducements',
    text: 'Have you, in the last 12 months, given or offered anything of value to people who choose or pay for systems?',
    kind: 'choice',
    options: {
      no: 'No',
      recorded: 'Only hospitality that stands in their organisation’s register',
      yes: 'Yes',
    },
    explain: ['recorded', 'yes'],
    passIf: { oneOf: ['no'] },
    reviewIf: { oneOf: ['recorded'] },
  },
]

/** The sections in their order, each with its questions. */
export const questionSections = [...new Set(questions.map((question) => question.section))].map((title) => ({
  title,
  questions: questions.filter((question) => question.section === title),
}))

export const explanationOf = (id: string): string => `${id}-detail`
