/** HZ-01: hazards that every move of records has. Scores are likelihood and severity from 1 to 5 before any control. */
export const hazardSeeds = [
  { number: 'H1', title: 'An allergy arrives degraded to text', likelihoodBefore: 4, severityBefore: 5 },
  { number: 'H2', title: 'A repeat medication is ended or its dose altered', likelihoodBefore: 4, severityBefore: 5 },
  { number: 'H3', title: 'A record arrives with the wrong patient', likelihoodBefore: 2, severityBefore: 5 },
  { number: 'H4', title: 'A letter or a result is lost', likelihoodBefore: 4, severityBefore: 4 },
  { number: 'H5', title: 'An active medication arrives twice', likelihoodBefore: 3, severityBefore: 4 },
  { number: 'H6', title: 'A safeguarding flag is lost', likelihoodBefore: 3, severityBefore: 5 },
  { number: 'H7', title: 'A consent is turned into its opposite', likelihoodBefore: 2, severityBefore: 4 },
  { number: 'H8', title: 'A unit or a decimal point is shifted', likelihoodBefore: 3, severityBefore: 5 },
  { number: 'H9', title: 'An entry of the cut-over is never typed in', likelihoodBefore: 4, severityBefore: 4 },
  { number: 'H10', title: 'Viewers outside the practice are cut off', likelihoodBefore: 4, severityBefore: 3 },
  {
    number: 'H11',
    title: 'A rule of the checker hides a loss and reassures falsely',
    likelihoodBefore: 3,
    severityBefore: 5,
    controls: 'Every rule is reviewed and counted. A canary of planted losses must be found whole.',
  },
] as const satisfies {
  number: string
  title: string
  likelihoodBefore: number
  severityBefore: number
  controls?: string
}[]
