/**
 * The seed of the generated histories: the same in each run, so that a change fails for what it changed. Other
 * histories are met with HISTORY_SEED=n.
 */
export const HISTORY_SEED = Number(process.env.HISTORY_SEED ?? 20_261_124);
