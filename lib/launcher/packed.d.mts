/** Answers the address of the packed checker's command line (`packed.mjs`). */
export function packChecker(): Promise<string>
/** Answers the address of the packed worker. */
export function packWorker(): Promise<string>
