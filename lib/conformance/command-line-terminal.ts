/** Where the words of the command line go: results to `out`, progress and complaints to `err`. */
export type Terminal = { out: (text: string) => void; err: (text: string) => void }

/** What was typed cannot be done: exit code 64, and the words say why. */
export class Usage extends Error {}
