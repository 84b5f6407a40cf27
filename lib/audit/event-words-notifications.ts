/** The sentences of what people read and want to hear of. */
export const notificationSentences: Record<string, string> = {
  LetterRhythmsChosen: 'Chose how often to get letters',
  NotificationsRead: 'Marked notifications as read',
  NoticeAcknowledged: 'Said that they have read a notice',
  Subscribed: 'Asked to hear of changes',
  Unsubscribed: 'Asked to hear of it no more',
}
