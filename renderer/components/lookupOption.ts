/** One choice in a type-ahead list. */
export type LookupOption = {
  readonly value: string;
  /** What stands first: a number or a code; empty where there is none. */
  readonly code: string;
  readonly name: string;
  readonly detail: string;
  /** A few words in front of the name, such as `Likely match: same client`. Never chooses anything. */
  readonly mark: string | null;
  /** Why it cannot be chosen; null when it can. */
  readonly refusal: string | null;
};
