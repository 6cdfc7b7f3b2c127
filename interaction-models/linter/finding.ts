/** One fault of an interaction model: the rule it breaks, where, and a sentence for people. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
  readonly message: string;
}
