/** Answers the address of the packed checker's command line (`packed.mjs`). */
export function packChecker(): Promise<string>
