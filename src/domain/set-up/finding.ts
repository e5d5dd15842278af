/** What could let a change escape, and how to mend it. */
export interface Finding {
  /** Stable for the same hole, such as `gate-missing:workflow-id:transition-id:approvals`. */
  readonly id: string;
  /** `hole`: the procedure can be passed by, or cannot be followed. `warning`: it soon could, or something will not work. */
  readonly severity: 'hole' | 'warning';
  readonly title: string;
  /** The risk in one sentence. */
  readonly risk: string;
  /** In one sentence. */
  readonly mend: string;
  /** The set-up step that mends it; null where a person has to. */
  readonly stepId: string | null;
}
