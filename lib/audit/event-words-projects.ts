/** Sentences of a project and its competition. */
export const projectSentences: Record<string, string> = {
  ProjectStarted: 'Started the project',
  NeedsSet: 'Said what is needed',
  ShortlistFrozen: 'Froze the shortlist',
  AwardReviewed: 'Reviewed the urgent award',
  DecisionRecorded: 'Recorded the decision',
  CriteriaEdited: 'Said what counts, and how much',
  CompetitionOpened: 'Opened the competition',
  OfferSubmitted: 'Handed in a sealed offer',
  OfferWithdrawn: 'Took an offer back',
  OffersClosed: 'The time for offers is over',
  EvaluatorInvited: 'Asked somebody to score',
  EvaluatorReleased: 'Released somebody from scoring',
  InterestsDeclared: 'Declared their interests',
  ScoreRecorded: 'Recorded scores',
  ScoresOpened: 'Closed the scoring and opened offers and scores',
}
