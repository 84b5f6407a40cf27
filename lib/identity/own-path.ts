/** Only a path of our own: a link may not send people elsewhere after they have proved who they are. */
export const ownPath = (back: string): string =>
  back.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\') ? back : '/'
